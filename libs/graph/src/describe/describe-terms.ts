import { foafNamespace as foaf, rdfsNamespace as rdfs, schemaNamespaces, skosNamespace as skos } from './naming.ts';
import type { DescribedRow } from './rows-of.ts';

export const labelling = [
  `${skos}prefLabel`,
  `${rdfs}label`,
  ...schemaNamespaces.map((schema) => `${schema}name`),
  `${foaf}name`,
  'http://purl.org/dc/terms/title',
  'http://purl.org/dc/elements/1.1/title',
  `${skos}altLabel`,
];
const commenting = [
  `${rdfs}comment`,
  `${skos}definition`,
  'http://purl.org/dc/terms/description',
  ...schemaNamespaces.map((schema) => `${schema}description`),
];
const domains = [`${rdfs}domain`, ...schemaNamespaces.map((schema) => `${schema}domainIncludes`)];
const ranges = [`${rdfs}range`, ...schemaNamespaces.map((schema) => `${schema}rangeIncludes`)];
const parents = [`${rdfs}subClassOf`];

/** The properties that are asked of every term. */
export const describing: readonly string[] = [...labelling, ...commenting, ...domains, ...ranges, ...parents];

export type TermFacts = {
  labels: string[];
  comments: string[];
  domains: string[];
  ranges: string[];
  parents: string[];
};

/** What rows of subject, property and value say of each term. */
export function readTermFacts(rows: readonly DescribedRow[]): Map<string, TermFacts> {
  const bySubject = Map.groupBy(rows, ({ s }) => s?.value ?? '');
  return new Map(
    [...bySubject].map(([iri, own]): [string, TermFacts] => [
      iri,
      {
        labels: texts(own, labelling),
        comments: texts(own, commenting),
        domains: iris(own, domains),
        ranges: iris(own, ranges),
        parents: iris(own, parents),
      },
    ]),
  );
}

function texts(rows: readonly DescribedRow[], properties: readonly string[]): string[] {
  const found = rows.flatMap(({ p, o }) => {
    const rank = properties.indexOf(p?.value ?? '');
    if (rank < 0 || o === undefined || o.type === 'uri') return [];
    const language = o['xml:lang'] ?? 'en';
    return [{ text: o.value, isEnglish: /^en\b/iu.test(language), rank }];
  });
  const ordered = found.toSorted(
    (a, b) => Number(b.isEnglish) - Number(a.isEnglish) || a.rank - b.rank || (a.text < b.text ? -1 : 1),
  );
  return [...new Set(ordered.map(({ text }) => text))].slice(0, 6);
}

function iris(rows: readonly DescribedRow[], properties: readonly string[]): string[] {
  const found = rows.flatMap(({ p, o }) => (o?.type === 'uri' && properties.includes(p?.value ?? '') ? [o.value] : []));
  return [...new Set(found)].toSorted();
}
