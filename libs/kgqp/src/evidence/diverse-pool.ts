import { saysNoMore, saysOtherwise, saysTheSame, Statement } from './same-statement.ts';
import { likeness } from './word-sets.ts';

/** How much likeness to what is chosen already costs (Carbonell and Goldstein 1998: 1 - λ). */
const penalty = 0.3;

type Pooled<T> = { candidate: T; statement: Statement; near: number };

/**
 * Chooses by maximal marginal relevance: each time the one with the best score less its likeness (Jaccard, over stems) to
 * the nearest of those chosen before. Who asks decides about each: `take` or `drop`.
 */
export class DiversePool<T extends { text: string; paper: string; score: number }> {
  #open: Pooled<T>[];
  readonly #perPaper: number;
  readonly #ofPaper = new Map<string, number>();

  /**
   * @param ranked with scores of about 0 to 1, best first
   * @param perPaper most that may be taken from one paper
   */
  constructor(ranked: readonly T[], perPaper: number) {
    this.#open = ranked.map((candidate) => ({ candidate, statement: new Statement(candidate.text), near: 0 }));
    this.#perPaper = perPaper;
  }

  /** The best of those that nothing was decided about; undefined when none is left. */
  best(): T | undefined {
    const [first, ...others] = this.#open.filter(({ candidate }) => this.#taken(candidate) < this.#perPaper);
    const value = ({ candidate, near }: Pooled<T>): number => candidate.score - penalty * near;
    return first && others.reduce((a, b) => (value(b) > value(a) ? b : a), first).candidate;
  }

  /** It is not chosen. */
  drop(candidate: T): void {
    this.#open = this.#open.filter((each) => each.candidate !== candidate);
  }

  /** It is chosen. @returns those that say the same, best first; they and those that say less leave the pool */
  take(candidate: T): T[] {
    const chosen = this.#open.find((each) => each.candidate === candidate);
    if (!chosen) throw new RangeError('What is taken must be in the pool.');
    this.drop(candidate);
    this.#ofPaper.set(candidate.paper, this.#taken(candidate) + 1);
    const same = this.#open.filter(({ statement }) => saysTheSame(statement, chosen.statement));
    this.#open = this.#open.filter((each) => !same.includes(each) && !saysNoMore(each.statement, chosen.statement));
    for (const each of this.#open) each.near = Math.max(each.near, this.#nearness(each, chosen));
    return same.map((each) => each.candidate);
  }

  /** Another paper that says otherwise of the same is no repetition. */
  #nearness(one: Pooled<T>, chosen: Pooled<T>): number {
    const isOther = one.candidate.paper !== chosen.candidate.paper;
    return isOther && saysOtherwise(one.statement, chosen.statement)
      ? 0
      : likeness(one.statement.stems, chosen.statement.stems);
  }

  #taken({ paper }: T): number {
    return this.#ofPaper.get(paper) ?? 0;
  }
}
