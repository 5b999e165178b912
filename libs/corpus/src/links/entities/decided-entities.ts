import { foldPhrase } from '@askg/ddm';
import type { DecidedPerson, Decision } from '../decisions/decision.ts';
import type { NamedEntity } from './named-entity.ts';

export type DecidedEntities = {
  /** Pairs to be merged, those of later decisions first. */
  together: { a: NamedEntity; b: NamedEntity; decision: number }[];
  apart: (a: NamedEntity, b: NamedEntity) => boolean;
};

/** What decisions say of these entities. Of two that contradict each other, the later one counts. */
export function decidedEntities(decisions: readonly Decision[], entities: readonly NamedEntity[]): DecidedEntities {
  const said = new Map<string, { a: NamedEntity; b: NamedEntity; decision: number; kind: Decision['kind'] }>();
  for (const decision of decisions.toSorted((x, y) => x.id - y.id)) {
    const members = decision.members.flatMap((member) => find(entities, member));
    const others = decision.kind === 'split' ? decision.others.flatMap((member) => find(entities, member)) : members;
    for (const x of members) {
      for (const y of others) {
        if (x.index === y.index) continue;
        const [a, b] = x.index < y.index ? [x, y] : [y, x];
        said.set(pairOf(a, b), { a, b, decision: decision.id, kind: decision.kind });
      }
    }
  }
  return {
    together: [...said.values()]
      .filter(({ kind }) => kind === 'merge')
      .toSorted((x, y) => y.decision - x.decision || x.a.index - y.a.index || x.b.index - y.b.index)
      .map(({ a, b, decision }) => ({ a, b, decision })),
    apart: (a, b) => said.get(a.index < b.index ? pairOf(a, b) : pairOf(b, a))?.kind === 'split',
  };
}

/** By paper and name, as numbers change when a paper is read again; a name may stand for things of several types. */
function find(entities: readonly NamedEntity[], { key, id, name }: DecidedPerson): NamedEntity[] {
  const folded = foldPhrase(name);
  const named = entities.filter((each) => each.key === key && each.names.includes(folded));
  return named.length > 1
    ? named
        .filter(({ entity }) => entity.id === id)
        .concat(named)
        .slice(0, 1)
    : named;
}

function pairOf(a: NamedEntity, b: NamedEntity): string {
  return `${a.index} ${b.index}`;
}
