import type { Document } from '@askg/contract';

/** Copies whose graphs the engines load: about a million triples. The passages of the others are searched all the same. */
export const copiesInGraph = 86;

/**
 * Copies of papers under new identifiers, all of the first copy first. Their texts are the same, so that vectors computed once
 * serve them all.
 */
export function* copiesOf(papers: readonly Document[], copies: number): Generator<Document> {
  for (let copy = 0; copy < copies; copy++) {
    for (const [i, paper] of papers.entries()) {
      yield { ...paper, identifiers: { doi: `10.5555/copy${copy}.paper${i}` } };
    }
  }
}

/** Number of the copy that a graph or key belongs to. */
export function copyOf(name: string): number {
  return Number(/copy(\d+)\./.exec(name)?.[1] ?? 0);
}
