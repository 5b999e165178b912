import type { ConformanceTest } from '../manifest.ts';

const federation = ['sparql/sparql11/service', 'sparql/sparql11/syntax-fed'];
const resultFormats = ['sparql/sparql11/csv-tsv-res', 'sparql/sparql11/json-res'];

/** The specification that a test is about, as the summary counts them. */
export function groupOf({ suite, kind }: ConformanceTest): string {
  if (kind === 'shacl') return suite.startsWith('data-shapes-test-suite/tests/core') ? 'SHACL Core' : 'SHACL-SPARQL';
  if (kind === 'protocol') return 'SPARQL 1.1 protocol';
  if (kind === 'description') return 'SPARQL 1.1 service description';
  if (resultFormats.includes(suite)) return 'SPARQL 1.1 result formats';
  if (federation.includes(suite)) return 'SPARQL 1.1 federated query';
  const version = /^sparql\/sparql1(\d)\//u.exec(suite)?.[1];
  if (version === undefined) return 'RDF';
  if (kind === 'evaluation') return `SPARQL 1.${version} query evaluation`;
  if (kind === 'positive-syntax' || kind === 'negative-syntax') return `SPARQL 1.${version} query syntax`;
  return `SPARQL 1.${version} update and Graph Store Protocol`;
}
