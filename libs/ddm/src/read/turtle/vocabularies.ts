import { ddm, rdf } from '../../rdf/terms.ts';
import type { Resource, TripleGraph } from './triple-graph.ts';

/** The published ASKG ontology, under the names that its graphs were written with. */
const askgNamespaces = [
  'https://www.anu.edu.au/onto/scholarly#',
  'https://w3id.org/ASKG/onto/scholarly#',
  'https://w3id.org/UniverseTBD/onto/scholarly#',
  'http://example.org/askg/',
];
/** Its ontology of document objects, likewise. */
const domoNamespaces = [
  'https://www.anu.edu.au/onto/domo#',
  'http://data.anu.edu.au/def/ont/domo#',
  'http://example.org/domo/',
];

/** Terms of the published ontology in each of its namespaces. */
export function askg(...names: readonly string[]): string[] {
  return names.flatMap((name) => askgNamespaces.map((namespace) => namespace + name));
}

export function domo(...names: readonly string[]): string[] {
  return names.flatMap((name) => domoNamespaces.map((namespace) => namespace + name));
}

export const dcTitle = ['http://purl.org/dc/elements/1.1/title', 'http://purl.org/dc/terms/title'];
export const dcDescription = ['http://purl.org/dc/elements/1.1/description', 'http://purl.org/dc/terms/description'];
export const sameAs = 'http://www.w3.org/2002/07/owl#sameAs';

export const narrower = 'http://www.w3.org/2004/02/skos/core#narrower';

export type PaperKind = 'own' | 'published';
export type FoundPaper = { kind: PaperKind; paper: Resource };

/** The papers that a graph tells of, in order of their names. */
export function papersOf(graph: TripleGraph): FoundPaper[] {
  const found: FoundPaper[] = [];
  const published = askg('Paper');
  for (const paper of graph) {
    const types = paper.links(rdf.type);
    if (types.includes(ddm.Paper)) found.push({ kind: 'own', paper });
    else if (types.some((type) => published.includes(type))) found.push({ kind: 'published', paper });
  }
  return found.toSorted((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
}

/** Whether a text begins like a graph of papers in one of the known vocabularies. */
export function tellsOfPapers(head: string): boolean {
  return [...askgNamespaces, ddm.Paper.slice(0, -'Paper'.length)].some((namespace) => head.includes(namespace));
}
