import type { Lexicon } from '../linking/lexicon.ts';
import type { Relation } from '../linking/relation.ts';

/** One step along the relations of the vocabulary; `forward`: from the relation's start to its end. */
export type Hop = { relation: Relation; forward: boolean; to: string };
export type ClassPath = { hops: readonly Hop[]; cost: number };

const mostHops = 4;
const mostPaths = 6;

/**
 * The ways between two classes over the schema: every single step, and the nearest of up to four steps. Nearest first; each is
 * worked out once.
 */
export class ClassPaths {
  readonly #leaving = new Map<string, Hop[]>();
  readonly #known = new Map<string, ClassPath[]>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    const { relations } = lexicon;
    for (const relation of [...relations.values()].flat()) {
      if (relation.to === undefined) continue;
      this.#add(relation.from, { relation, forward: true, to: relation.to });
      if (!(relation.from === relation.to && relation.apart)) {
        this.#add(relation.to, { relation, forward: false, to: relation.from });
      }
    }
  }

  #add(from: string, hop: Hop): void {
    this.#leaving.set(from, [...(this.#leaving.get(from) ?? []), hop]);
  }

  between(from: string, to: string): readonly ClassPath[] {
    const key = `${from}\n${to}`;
    const known = this.#known.get(key) ?? this.#search(from, to);
    this.#known.set(key, known);
    return known;
  }

  /** From a part back to what it is a part of: a figure leads to no other paper, but a name that two papers share does. */
  #isBack(before: Hop | undefined, { relation, forward }: Hop): boolean {
    const isSame = before?.forward === true && !forward && before.relation === relation;
    return isSame && this.#lexicon.namings.get(before.to)?.isLocal !== true;
  }

  /** Depth first, without coming back to a class, but for relations from a class to itself. */
  #search(from: string, to: string): ClassPath[] {
    const found: ClassPath[] = [];
    const walk = (at: string, hops: readonly Hop[], seen: ReadonlySet<string>, cost: number) => {
      for (const hop of this.#leaving.get(at) ?? []) {
        if (this.#isBack(hops.at(-1), hop)) continue;
        const path = { hops: [...hops, hop], cost: cost + hop.relation.cost };
        if (hop.to === to) found.push(path);
        else if (path.hops.length < mostHops && !seen.has(hop.to)) {
          walk(hop.to, path.hops, new Set([...seen, hop.to]), path.cost);
        }
      }
    };
    walk(from, [], new Set([from]), 0);
    const name = ({ hops }: ClassPath) => hops.map(({ relation, forward }) => `${relation.id} ${forward}`).join('\n');
    return found
      .toSorted((a, b) => a.cost - b.cost || a.hops.length - b.hops.length || (name(a) < name(b) ? -1 : 1))
      .filter(({ cost, hops }, i, all) => hops.length === 1 || (i < mostPaths && cost <= (all[0]?.cost ?? 0) + 3));
  }
}
