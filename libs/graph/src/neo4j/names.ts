import { namespaces } from '@askg/ddm';

/** Label that every node has; its `iri` is unique. */
export const resourceLabel = 'RdfResource';
/** Label of nodes that a graph names and none describes. */
export const externalLabel = 'External';
/** Label of the nodes that say which version of each graph stands here. */
export const projectionLabel = 'AskgProjection';

const vocabularies = [...Object.values(namespaces), 'http://purl.org/spar/cito/'];

/** Name of a term within its vocabulary, such as `hasSection`; nothing for what is no term of ours. */
export function localName(iri: string): string | undefined {
  const namespace = vocabularies.find((each) => iri.startsWith(each));
  const name = namespace === undefined ? '' : iri.slice(namespace.length);
  return /^[A-Za-z][\w-]*$/u.test(name) ? name : undefined;
}

/** Name of a class as label, such as `Paper`, which needs no quotes in Cypher; classes of other vocabularies give none. */
export function labelOf(iri: string): string | undefined {
  return iri.startsWith(namespaces.ddm) ? localName(iri)?.replaceAll('-', '_') : undefined;
}

/** Name of a property as type of relationships: `hasSection` is `HAS_SECTION`. */
export function relationshipType(iri: string): string | undefined {
  return localName(iri)
    ?.replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
}

/**
 * The value that a term of a vocabulary has as property: `ddm:role-related-work` is `related-work`, `cito:extends` is
 * `extends`. Nothing for what is no such value: classes begin with a capital, nodes have addresses of their own.
 */
export function termValue(iri: string): string | undefined {
  const name = localName(iri);
  if (name === undefined || /^[A-Z]/u.test(name)) return undefined;
  return iri.startsWith(namespaces.ddm) ? name.replace(/^[a-z]+-/u, '') : name;
}
