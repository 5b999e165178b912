import type { DecidedPerson, Decision } from '../decisions/decision.ts';
import { compareNames } from '../names/compare-names.ts';
import { readName } from '../names/person-name.ts';
import type { Mention } from './mention.ts';

export type DecidedPairs = {
  /** Pairs to be merged, those of later decisions first. */
  together: { a: Mention; b: Mention; decision: number }[];
  /** Pairs to be kept apart: the lesser index times the number of mentions, plus the greater. */
  apart: Set<number>;
};

/** What decisions say of these mentions. Of two that contradict each other, the later one counts. */
export function decidedPairs(decisions: readonly Decision[], mentions: readonly Mention[]): DecidedPairs {
  const find = finder(mentions);
  const last = new Map<number, { a: Mention; b: Mention; decision: number; kind: Decision['kind'] }>();
  for (const decision of decisions.toSorted((x, y) => x.id - y.id)) {
    const members = decision.members.flatMap((member) => find(member) ?? []);
    const others = decision.kind === 'split' ? decision.others.flatMap((member) => find(member) ?? []) : members;
    for (const x of members) {
      for (const y of others) {
        if (x.index === y.index) continue;
        const [a, b] = x.index < y.index ? [x, y] : [y, x];
        last.set(a.index * mentions.length + b.index, { a, b, decision: decision.id, kind: decision.kind });
      }
    }
  }
  const pairs = [...last].map(([pair, said]) => ({ pair, ...said }));
  return {
    together: pairs
      .filter(({ kind }) => kind === 'merge')
      .toSorted((x, y) => y.decision - x.decision || x.pair - y.pair)
      .map(({ a, b, decision }) => ({ a, b, decision })),
    apart: new Set(pairs.filter(({ kind }) => kind === 'split').map(({ pair }) => pair)),
  };
}

/**
 * Finds who a decision means, also after the paper was read again with its people in another order: the one of that name,
 * or else in that place with a name that agrees.
 */
export function finder(mentions: readonly Mention[]): (person: DecidedPerson) => Mention | undefined {
  const ofPaper = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const known = ofPaper.get(mention.key);
    if (known) known.push(mention);
    else ofPaper.set(mention.key, [mention]);
  }
  return ({ key, id, name }) => {
    const people = ofPaper.get(key) ?? [];
    const inPlace = people.find(({ person }) => person.id === id);
    if (inPlace?.person.name === name) return inPlace;
    const wanted = readName({ name });
    const agreeing = (mention: Mention): boolean => compareNames(mention.name, wanted) !== undefined;
    return (
      people.find(({ person }) => person.name === name) ??
      (inPlace && agreeing(inPlace)
        ? inPlace
        : people.filter(agreeing).length === 1
          ? people.find(agreeing)
          : undefined)
    );
  };
}
