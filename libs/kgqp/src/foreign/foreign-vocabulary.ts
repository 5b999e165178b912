import { resourceKind } from '@askg/graph';
import type { Schema } from '../induce/schema.ts';
import type { PropertyUse, Term, Vocabulary } from '../linking/vocabulary.ts';

/** What a described graph is made of, for checking queries. A class has what the classes below it have. */
export function foreignVocabulary({ classes, properties, edges, attributes }: Schema): Vocabulary {
  const term = (iri: string, label: string): Term => ({ iri, label, comment: '' });
  const uses = [...classes.values()].flatMap(({ iri: from, members }): PropertyUse[] => [
    ...edges
      .filter((edge) => members.includes(edge.from))
      .map(({ property, to }) => ({ property, from, always: false, ...(to === resourceKind ? {} : { to }) })),
    ...attributes
      .filter(({ cls }) => members.includes(cls))
      .map(({ property }) => ({ property, from, always: false, datatype: 'literal' })),
  ]);
  const leadingUp = uses.flatMap((use) =>
    [...classes.values()].flatMap(({ iri, members }): PropertyUse[] =>
      use.to !== undefined && iri !== use.to && members.includes(use.to) ? [{ ...use, to: iri }] : [],
    ),
  );
  return {
    classes: new Map([...classes.keys()].map((iri) => [iri, { ...term(iri, ''), isPart: false }])),
    properties: new Map([...properties].map(([iri, { label }]) => [iri, term(iri, label)])),
    concepts: new Map(),
    uses: [...uses, ...leadingUp],
  };
}
