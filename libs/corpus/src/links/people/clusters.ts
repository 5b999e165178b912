import type { Mention } from './mention.ts';
import { weights } from './weights.ts';

/** What keeps mentions from being one person. */
export type Bars = {
  /** Whether the names of two forms can be one person's. */
  agree(a: number, b: number): boolean;
  /** Whether somebody decided that two mentions are two people, if anybody did so of any. */
  isAnyApart: boolean;
  apart(a: number, b: number): boolean;
};

type Cluster = { members: Mention[]; forms: Set<number>; orcids: Set<string>; papers: Set<number> };

/** Groups of mentions that are one person each, and only ever merged where nothing bars it. */
export class Clusters {
  readonly #of: Cluster[];
  readonly #bars: Bars;

  constructor(mentions: readonly Mention[], bars: Bars) {
    this.#bars = bars;
    this.#of = mentions.map((mention) => ({
      members: [mention],
      forms: new Set([mention.form]),
      orcids: new Set(mention.orcid === undefined ? [] : [mention.orcid]),
      papers: new Set([mention.paper]),
    }));
  }

  /**
   * Makes the two one person, unless they are already, or any two members were decided to be apart. What is not `sure` is
   * not done either where ORCIDs or names contradict each other, where one paper names both, or where the odds of a pair
   * are not above what chance brings about between groups of that size.
   * @param sureness the odds, as a natural logarithm, or `sure` @returns whether they were merged now
   */
  merge(a: Mention, b: Mention, sureness: number | 'sure'): boolean {
    const [one, two] = [this.#of[a.index], this.#of[b.index]];
    if (!one || !two || one === two || this.#areApart(one, two)) return false;
    if (sureness !== 'sure' && (this.#contradict(one, two) || sureness < this.#chance(one, two))) return false;
    const [large, small] = one.members.length < two.members.length ? [two, one] : [one, two];
    for (const member of small.members) this.#of[member.index] = large;
    large.members.push(...small.members);
    for (const form of small.forms) large.forms.add(form);
    for (const orcid of small.orcids) large.orcids.add(orcid);
    for (const paper of small.papers) large.papers.add(paper);
    return true;
  }

  /** The groups, each in order, by their first members. */
  groups(): Mention[][] {
    return [...new Set(this.#of)]
      .map(({ members }) => members.toSorted((a, b) => a.index - b.index))
      .toSorted((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  }

  #areApart(one: Cluster, two: Cluster): boolean {
    if (!this.#bars.isAnyApart) return false;
    return one.members.some((a) => two.members.some((b) => this.#bars.apart(a.index, b.index)));
  }

  /** Of the many pairs between two groups some look like one person by chance. */
  #chance(one: Cluster, two: Cluster): number {
    return weights.chance * Math.log(one.members.length * two.members.length);
  }

  #contradict(one: Cluster, two: Cluster): boolean {
    if (one.orcids.size > 0 && two.orcids.size > 0 && new Set([...one.orcids, ...two.orcids]).size > 1) return true;
    if (!this.#namesAgree(one.forms, two.forms)) return true;
    const [few, many] = one.papers.size < two.papers.size ? [one, two] : [two, one];
    return [...few.papers].some((paper) => many.papers.has(paper)) && this.#areNamedTogether(one, two);
  }

  /**
   * Every spelling of the one agrees with every spelling of the other: J. Doe is not both Jane and John. A person who is
   * known to have had two names may meet another that agrees with one of them.
   */
  #namesAgree(one: ReadonlySet<number>, two: ReadonlySet<number>): boolean {
    const agree = (a: number, b: number): boolean => this.#bars.agree(a, b);
    const isExcused = (odd: number, own: ReadonlySet<number>, other: number): boolean =>
      [...own].some((form) => !agree(form, odd)) && [...own].some((form) => agree(form, other));
    return [...one].every((a) => [...two].every((b) => agree(a, b) || isExcused(a, one, b) || isExcused(b, two, a)));
  }

  /** One paper names both, and not the same name in two roles, as that of an author who is an editor too. */
  #areNamedTogether(one: Cluster, two: Cluster): boolean {
    return one.members.some((a) =>
      two.members.some((b) => a.paper === b.paper && (a.form !== b.form || a.person.role === b.person.role)),
    );
  }
}
