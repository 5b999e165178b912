import type { InducedLexicon } from '../induce/induced-lexicon.ts';

export type WayHop = { property: string; forward: boolean; to: readonly string[] };
/** A way from nodes of some classes to nodes of others; `start` are the classes it can begin at. */
export type ClassWay = { hops: readonly WayHop[]; start: readonly string[]; cost: number };

const mostWays = 24;

/** The ways between two sets of classes: those that go over the same properties are one. */
export class ClassWays {
  readonly #lexicon: InducedLexicon;
  readonly #known = new Map<string, readonly ClassWay[]>();

  constructor(lexicon: InducedLexicon) {
    this.#lexicon = lexicon;
  }

  between(from: readonly string[], to: readonly string[]): readonly ClassWay[] {
    const key = `${from.join(' ')} | ${to.join(' ')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const ways = new Map<
      string,
      { hops: { property: string; forward: boolean; to: Set<string> }[]; start: Set<string>; cost: number }
    >();
    for (const start of from) {
      for (const end of to) {
        for (const { hops, cost } of this.#lexicon.paths.between(start, end)) {
          const signature = hops.map(({ property, forward }) => `${forward ? '' : '^'}${property}`).join(' ');
          const way = ways.get(signature) ?? {
            hops: hops.map(({ property, forward }) => ({ property, forward, to: new Set<string>() })),
            start: new Set<string>(),
            cost,
          };
          hops.forEach((hop, i) => way.hops[i]?.to.add(hop.to));
          way.start.add(start);
          way.cost = Math.min(way.cost, cost);
          ways.set(signature, way);
        }
      }
    }
    const found = [...ways.values()]
      .map(({ hops, start, cost }) => ({
        hops: hops.map((hop) => ({ ...hop, to: [...hop.to] })),
        start: [...start],
        cost,
      }))
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, mostWays);
    this.#known.set(key, found);
    return found;
  }
}
