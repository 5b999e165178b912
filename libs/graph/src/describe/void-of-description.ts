import { dcterms, GraphLines, rdf } from '@askg/ddm';
import type { GraphDescription } from './graph-description.ts';
import { voidTerm } from './vocabularies.ts';

/**
 * A description in VoID (https://www.w3.org/TR/void/): counts, vocabularies, and a partition for each class with one for
 * each of its properties.
 * @param iri address of the dataset; those of its partitions begin with it
 * @returns canonical N-Quads in the graph `iri`
 */
export function voidOfDescription(description: GraphDescription, iri: string): string {
  const lines = new GraphLines(iri);
  const populated = description.classes.filter(({ entities }) => entities > 0);
  lines.iri(iri, rdf.type, voidTerm('Dataset'));
  lines.text(iri, dcterms.title, description.source);
  lines.integer(iri, voidTerm('triples'), description.triples);
  lines.integer(iri, voidTerm('classes'), populated.length);
  lines.integer(iri, voidTerm('properties'), description.properties.filter(({ triples }) => triples > 0).length);
  if (/^https?:/u.test(description.source)) lines.iri(iri, voidTerm('sparqlEndpoint'), description.source);
  for (const vocabulary of description.vocabularies) lines.iri(iri, voidTerm('vocabulary'), vocabulary);
  populated.forEach(({ iri: cls, entities, properties }, i) => {
    const partition = `${iri}_class_${i + 1}`;
    lines.iri(iri, voidTerm('classPartition'), partition);
    lines.iri(partition, voidTerm('class'), cls);
    lines.integer(partition, voidTerm('entities'), entities);
    properties.forEach(({ property, triples, subjects, objects }, j) => {
      const part = `${partition}_property_${j + 1}`;
      lines.iri(partition, voidTerm('propertyPartition'), part);
      lines.iri(part, voidTerm('property'), property);
      lines.integer(part, voidTerm('triples'), triples);
      lines.integer(part, voidTerm('distinctSubjects'), subjects);
      lines.integer(part, voidTerm('distinctObjects'), objects);
    });
  });
  return lines.build();
}
