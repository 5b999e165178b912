import type { Lexicon } from '../linking/lexicon.ts';
import type { PropertyUse } from '../linking/vocabulary.ts';

const prefixes: readonly (readonly [prefix: string, namespace: string])[] = [
  ['ddm', 'https://w3id.org/askg/ddm#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['foaf', 'http://xmlns.com/foaf/0.1/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['prov', 'http://www.w3.org/ns/prov#'],
];

/** An IRI by its usual prefix. */
export function shortIri(iri: string): string {
  const [prefix, namespace] = prefixes.find(([, start]) => iri.startsWith(start)) ?? [];
  return namespace === undefined ? `<${iri}>` : `${prefix}:${iri.slice(namespace.length)}`;
}

/**
 * The part of the schema that a question needs, one line a class: its properties with what they lead to. A whole vocabulary
 * would crowd the prompt of a small model.
 * @param classes those that the question is about; classes that their properties lead to are told too
 */
export function schemaExcerpt({ vocabulary, relations }: Lexicon, classes: readonly string[]): string {
  const near = vocabulary.uses.flatMap(({ from, to }) => (classes.includes(from) && to !== undefined ? [to] : []));
  return [...new Set([...classes, ...near])]
    .filter((cls) => vocabulary.uses.some(({ from }) => from === cls))
    .map((cls) => {
      const uses = vocabulary.uses.filter(
        ({ from, property }) => from === cls && (relations.get(property)?.[0]?.cost ?? 1) < 3,
      );
      return `${shortIri(cls)}: ${uses.map(propertyLine).join(', ')}`;
    })
    .join('\n');
}

function propertyLine({ property, to, concepts, datatype }: PropertyUse): string {
  if (to !== undefined) return `${shortIri(property)} -> ${shortIri(to)}`;
  if (concepts !== undefined) return `${shortIri(property)} -> one of ${concepts.map(shortIri).join(' ')}`;
  return datatype?.endsWith('integer') === true ? `${shortIri(property)} (integer)` : shortIri(property);
}
