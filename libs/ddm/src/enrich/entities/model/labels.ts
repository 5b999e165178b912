/** What the tagger tells apart, by what its training data tell apart; `generic` is a noun that only points back (`the method`). */
export const kinds = ['task', 'method', 'metric', 'material', 'other', 'generic'] as const;
export type Kind = (typeof kinds)[number];

/** Labels of a chain: outside of all spans, then for each kind the first word of a span and its other words. */
export const labelCount = 1 + 2 * kinds.length;
export const outside = 0;

export function firstOf(kind: number): number {
  return 1 + 2 * kind;
}

export function innerOf(kind: number): number {
  return 2 + 2 * kind;
}

/** A span goes on only where one of its kind has begun. `from` is -1 at the start of a sentence. */
export function mayFollow(from: number, to: number): boolean {
  const isInner = to > 0 && to % 2 === 0;
  return !isInner || from === to || from === to - 1;
}
