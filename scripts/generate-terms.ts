/**
 * Writes what the code and JSON-LD need of the ontology: `libs/ddm/src/rdf/terms.ts` and `ontology/context.jsonld`.
 * Run by `npm run generate`; a test fails when a committed file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ontology, ontologyTerms } from '../libs/ddm/src/rdf/ontology-terms.ts';

/** Concepts, datatypes and kinds of storage are values, and `type` has its own key. */
const noKeys = /-|^xsd:|^rdf:|^ddm:(?:storage|fileOnly|implied)$/;

const root = join(import.meta.dirname, '..');

/** The text of the generated module: one object of IRIs for each vocabulary, and what stays out of the store. */
export function termsModule(ontology: Ontology): string {
  const vocabularies = [...ontology.vocabularies].map(([prefix, { namespace, terms }]) => {
    const lines = terms.map((name) => `  ${quoteKey(name)}: '${namespace}${name}',`);
    return `export const ${prefix} = {\n${lines.join('\n')}\n} as const;\n`;
  });
  const fileOnly = ontology.fileOnly.map((name) => `  ddm${/^\w+$/.test(name) ? `.${name}` : `['${name}']`},`);
  const namespaces = [...ontology.vocabularies].map(([prefix, { namespace }]) => `  ${prefix}: '${namespace}',`);
  const context = JSON.stringify(jsonLdContext(ontology), null, 2).replaceAll('"', "'");
  return `// Generated from ontology/ddm.ttl by scripts/generate-terms.ts: change that file, then run \`npm run generate\`.

/** Namespace of each vocabulary that graphs use, by its prefix. */
export const namespaces = {
${namespaces.join('\n')}
} as const;

${vocabularies.join('\n')}
/** Properties and classes whose statements stay in the graph file and are not loaded into the SPARQL store. */
export const fileOnly: ReadonlySet<string> = new Set([
${fileOnly.join('\n')}
]);

/** The JSON-LD 1.1 context: prefixes, and a key for each term with the type that its values take. */
export const jsonLdContext: Readonly<Record<string, string | number | { '@id': string; '@type': string }>> = ${context};
`;
}

/**
 * The JSON-LD 1.1 context: a key for each term, and for each property the datatype or reference that its range asks
 * for. A local name that two vocabularies share goes to the first.
 */
export function jsonLdContext(ontology: Ontology): Record<string, unknown> {
  const context: Record<string, unknown> = { '@version': 1.1, id: '@id', type: '@type' };
  for (const [prefix, { namespace }] of ontology.vocabularies) context[prefix] = namespace;
  for (const [prefix, { terms }] of ontology.vocabularies) {
    for (const name of terms) {
      const iri = `${prefix}:${name}`;
      if (name in context || noKeys.test(iri)) continue;
      const type = ontology.coercions.get(iri);
      context[name] = type === undefined ? iri : { '@id': iri, '@type': type };
    }
  }
  return context;
}

function quoteKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}

/** File name below the root to file text. */
export function generatedFiles(): Map<string, string> {
  const ontology = ontologyTerms(readFileSync(join(root, 'ontology', 'ddm.ttl'), 'utf8'));
  return new Map([
    ['libs/ddm/src/rdf/terms.ts', termsModule(ontology)],
    ['ontology/context.jsonld', `${JSON.stringify({ '@context': jsonLdContext(ontology) }, null, 2)}\n`],
  ]);
}

if (import.meta.main) for (const [name, text] of generatedFiles()) writeFileSync(join(root, name), text);
