import type { Fused, RankedList } from '../fuse/ranked-list.ts';
import type { PassageHit } from '../passage-index.ts';
import type { Passage } from '../passages/passage.ts';
import { orderByScores } from '../rerank/order-by-scores.ts';
import { type BlendPart, blendScores } from './blend-scores.ts';
import type { MethodScore, RankedPassage } from './retrieval.ts';

type Entry = { passage: Passage; methods: MethodScore[]; score: number | undefined };

/** The passages of one retrieval in their present order, with what each method said of them. */
export class Ranking {
  readonly #entries = new Map<string, Entry>();
  #order: Entry[] = [];

  get size(): number {
    return this.#order.length;
  }

  /** Takes in what one leg found. @returns the same by IRI, for fusion */
  note(method: string, hits: readonly PassageHit[]): RankedList {
    for (const [i, { passage, score }] of hits.entries()) {
      const entry = this.#entries.get(passage.iri) ?? { passage, methods: [], score: undefined };
      entry.methods.push({ name: method, rank: i + 1, score });
      this.#entries.set(passage.iri, entry);
    }
    return hits.map(({ passage, score }) => ({ id: passage.iri, score }));
  }

  order(method: string, fused: readonly Fused[]): void {
    this.#order = fused.flatMap(({ id, score }, i) => {
      const entry = this.#entries.get(id);
      if (!entry) return [];
      entry.methods.push({ name: method, rank: i + 1, score });
      entry.score = score;
      return [entry];
    });
  }

  top(count: number): Passage[] {
    return this.#order.slice(0, count).map(({ passage }) => passage);
  }

  /** Orders the first passages by these scores; those without one keep their places. */
  rerank(method: string, scores: readonly (number | undefined)[]): void {
    if (scores.every((score) => score === undefined)) return;
    const head = this.#order.slice(0, scores.length);
    const scored = head.filter((_, i) => scores[i] !== undefined);
    for (const [i, entry] of this.#order.entries()) entry.score = scores[i];
    for (const [i, entry] of scored.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)).entries()) {
      entry.methods.push({ name: method, rank: i + 1, score: entry.score ?? 0 });
    }
    this.#order = [...orderByScores(head, scores), ...this.#order.slice(scores.length)];
  }

  /**
   * Orders the first passages by the sum of what methods said of them, each times its weight; those that the last of them
   * could not look at keep their places.
   */
  blend(method: string, parts: readonly BlendPart[], count: number): void {
    const head = this.#order.slice(0, count);
    const last = parts.at(-1)?.method;
    const sums = blendScores(head, parts);
    const scores = head.map(({ methods }, i) => (methods.some(({ name }) => name === last) ? sums[i] : undefined));
    this.rerank(method, scores);
  }

  /** The first passages; one that the last method did not score takes the score of the one before it. */
  ranked(limit: number): RankedPassage[] {
    let score = this.#order.find((entry) => entry.score !== undefined)?.score ?? 0;
    return this.#order.slice(0, Math.max(0, limit)).map((entry) => {
      score = entry.score ?? score;
      return { ...entry.passage, score, methods: entry.methods };
    });
  }
}
