import { DdmError } from '../ddm-error.ts';

/** What an IRI of a corpus stands for: a paper, or the unit `id` of a paper. */
export type PaperAddress = { key: string; id?: string };

/** Scheme, host, optional port and path, in the ASCII characters that every RDF tool takes in an IRI. */
const basePattern = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?[/#]$/;
const addressPattern = /^paper\/([a-z0-9._~-]+)(?:\/([a-z]+[0-9]*(?:\/[a-z]+[0-9]+)*))?$/;

/**
 * Returns the base as it is, if IRIs can be made by appending to it: absolute, http or https, ending in `/` or `#`.
 * @throws {DdmError} `ddm/invalid-base`
 */
export function checkBase(base: string): string {
  if (!basePattern.test(base)) throw new DdmError('ddm/invalid-base', `"${base}" cannot be the base of a corpus.`);
  return base;
}

/** IRI of the paper with this key (see `paperKey`). */
export function paperIri(base: string, key: string): string {
  return `${base}paper/${key}`;
}

/** IRI of a unit below a paper; `id` is its path, such as `s2/p3/t1`. */
export function unitIri(base: string, key: string, id: string): string {
  return `${base}paper/${key}/${id}`;
}

/** IRI of the named graph that holds everything read from one paper. */
export function graphIri(base: string, key: string): string {
  return `${base}graph/${key}`;
}

/** IRI of the named graph of derived links between papers. No paper's graph can have it: keys hold a dot. */
export function linksGraphIri(base: string): string {
  return `${base}graph/links`;
}

/** IRI of the named graph of people across papers. No paper's graph can have it: keys hold a dot. */
export function peopleGraphIri(base: string): string {
  return `${base}graph/people`;
}

/** IRI of a person across papers; `id` is an ORCID, or a paper's key and the id of a person in it: `10.1_a/person2`. */
export function personIri(base: string, id: string): string {
  return `${base}person/${id}`;
}

/** IRI of the named graph of entities across papers. */
export function entitiesGraphIri(base: string): string {
  return `${base}graph/entities`;
}

/** IRI of the named graph of what a language model suggested about a paper; what follows `graph/` is no key: it has a slash. */
export function enrichedGraphIri(base: string, key: string): string {
  return `${base}graph/enriched/${key}`;
}

/** IRI of the named graph of the publication statuses of a paper and of the works that it cites. */
export function statusGraphIri(base: string, key: string): string {
  return `${base}graph/status/${key}`;
}

/** IRI of an entity across papers; `id` is a paper's key and the id of an entity in it: `10.1_a/ent2`. */
export function entityIri(base: string, id: string): string {
  return `${base}entity/${id}`;
}

/** IRI of the file with this SHA-256. */
export function sourceIri(base: string, digest: string): string {
  return `${base}source/${digest}`;
}

/** The inverse of `paperIri` and `unitIri`; undefined for every other IRI. */
export function parseIri(base: string, iri: string): PaperAddress | undefined {
  if (!iri.startsWith(base)) return undefined;
  const [, key, id] = addressPattern.exec(iri.slice(base.length)) ?? [];
  if (key === undefined) return undefined;
  return id === undefined ? { key } : { key, id };
}
