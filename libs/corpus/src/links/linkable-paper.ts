import type { LinkingFacts } from './facts/linking-facts.ts';

/** A paper as the derivation of links sees it: its key, all its DOIs, and what it says. */
export type LinkablePaper = { key: string; dois: readonly string[]; facts: LinkingFacts };

/** Papers by key, which makes what is derived from them independent of the order in which they came. */
export function inOrder(papers: readonly LinkablePaper[]): LinkablePaper[] {
  // Keys are ASCII, whose order is code point order.
  return papers.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
