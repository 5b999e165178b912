import type { Lexicon } from '../linking/lexicon.ts';
import type { Meaning } from '../linking/meaning.ts';
import type { Sense } from './item.ts';

/** What a noun can be: the things of a class, what a relation leads to, or a value. */
export function sensesOf(meanings: readonly Meaning[], lexicon: Lexicon): Sense[] {
  const senses = meanings.flatMap((meaning): Sense[] => {
    if (meaning.kind === 'class') return [{ kind: 'class', cls: meaning.iri }];
    if (meaning.kind === 'typed') return [{ kind: 'class', cls: meaning.cls }];
    if (meaning.kind !== 'relation' || !meaning.noun) return [];
    return (lexicon.relations.get(meaning.relation) ?? []).map(({ to, id }): Sense =>
      to === undefined ? { kind: 'value', relation: id } : { kind: 'end', cls: to, relation: id },
    );
  });
  return senses.filter(
    (sense, i) => senses.findIndex((other) => JSON.stringify(other) === JSON.stringify(sense)) === i,
  );
}

/** Classes of the things that a sense means; none for a value. */
export function classesOf(senses: readonly Sense[]): string[] {
  return [...new Set(senses.flatMap((sense) => (sense.kind === 'value' ? [] : [sense.cls])))];
}
