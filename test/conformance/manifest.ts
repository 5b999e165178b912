import type { Term } from '@rdfjs/types';
import { RdfGraph } from './rdf-graph.ts';
import type { TestFiles } from './test-files.ts';

export const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const sht = 'http://www.w3.org/ns/shacl-test#';

export type TestKind =
  'evaluation' | 'positive-syntax' | 'negative-syntax' | 'protocol' | 'description' | 'shacl' | 'other';

/** One test of a manifest. */
export type ConformanceTest = {
  iri: string;
  /** The last part of the IRI. */
  id: string;
  name: string;
  /** Folder of the manifest within its repository. */
  suite: string;
  kind: TestKind;
  /** The node of the test, and the graph of the manifest that says the rest. */
  node: Term;
  manifest: RdfGraph;
  manifestIri: string;
};

const kinds: Record<string, TestKind> = {
  [`${mf}QueryEvaluationTest`]: 'evaluation',
  [`${mf}CSVResultFormatTest`]: 'evaluation',
  [`${mf}PositiveSyntaxTest`]: 'positive-syntax',
  [`${mf}PositiveSyntaxTest11`]: 'positive-syntax',
  [`${mf}NegativeSyntaxTest`]: 'negative-syntax',
  [`${mf}NegativeSyntaxTest11`]: 'negative-syntax',
  [`${mf}ProtocolTest`]: 'protocol',
  [`${mf}ServiceDescriptionTest`]: 'description',
  [`${sht}Validate`]: 'shacl',
};

/** All tests of all manifests, in the order of the manifests' paths; those that a manifest includes are read with it. */
export async function readTests(files: TestFiles): Promise<ConformanceTest[]> {
  const tests: ConformanceTest[] = [];
  const waiting = files.manifests().map((path) => files.iriOf(path));
  const seen = new Set(waiting);
  for (const iri of waiting) {
    const manifest = new RdfGraph(await files.quads(iri));
    for (const node of manifest.subjectsOfType(`${mf}Manifest`)) {
      tests.push(...entries(manifest, node, files.pathOf(iri), iri));
      for (const { value } of included(manifest, node)) {
        if (seen.has(value) || !files.exists(value)) continue;
        seen.add(value);
        waiting.push(value);
      }
    }
  }
  return tests;
}

function entries(manifest: RdfGraph, head: Term, path: string, manifestIri: string): ConformanceTest[] {
  const suite = path.slice(0, path.lastIndexOf('/'));
  return manifest.list(manifest.value(head, `${mf}entries`)).map((node) => {
    const [type = ''] = manifest.types(node).filter((each) => each in kinds);
    const id = node.value.slice(Math.max(node.value.lastIndexOf('#'), node.value.lastIndexOf('/')) + 1);
    return {
      iri: node.value,
      id,
      name: manifest.text(node, `${mf}name`) ?? manifest.text(node, 'http://www.w3.org/2000/01/rdf-schema#label') ?? id,
      suite,
      kind: kinds[type] ?? 'other',
      node,
      manifest,
      manifestIri,
    };
  });
}

function included(manifest: RdfGraph, head: Term): Term[] {
  return manifest.values(head, `${mf}include`).flatMap((value) => {
    const members = manifest.list(value);
    return members.length === 0 ? [value] : members;
  });
}
