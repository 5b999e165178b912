import { parseQuads, skos } from '@askg/ddm';

/** The graphs that are derived from all papers, by the last part of their IRI. */
export const derivedGraphs = {
  links: 'Links between papers',
  people: 'People across papers',
  entities: 'Entities across papers',
} as const;
export type DerivedGraph = keyof typeof derivedGraphs;

/**
 * What a derived graph says of a person or an entity across papers: its own statements, those of its matches, and which
 * people or entities of papers it is. Order is kept.
 * @param nquads canonical N-Quads
 * @returns lines of the same text; empty where nothing is said
 */
export function describeCanonical(nquads: string, iri: string): string {
  const [itself, below, object] = [`<${iri}> `, `<${iri}/`, `> <${iri}> <`];
  const isAbout = (line: string): boolean => line.startsWith(itself) || line.startsWith(below) || line.includes(object);
  const lines = nquads.split('\n').filter(isAbout);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The name that comes first in a description of a person or an entity. */
export function preferredName(description: string): string | undefined {
  const quads = parseQuads(description, 'application/n-quads');
  return quads.find(({ predicate }) => predicate.value === skos.prefLabel)?.object.value;
}
