import type { Lexicon } from './lexicon.ts';

/** A property of the nodes of a class whose values may stand for the names of things of another class. */
export type ValueForName = { from: string; property: string; to: string; relation: string };

/** All of them, as the relations of the lexicon have it: what a paper is about, for its keywords. */
export function valuesForNames({ relations }: Lexicon): ValueForName[] {
  return [...relations.values()].flat().flatMap(({ id, from, to, orValue }) => {
    return orValue === undefined || to === undefined ? [] : [{ from, property: orValue, to, relation: id }];
  });
}
