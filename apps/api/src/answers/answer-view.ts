import type { Answer, Citation } from '@askg/contract';

/** An answer on its way to a page. */
export type AnswerView = { answer: Answer; baseIri: string };

/** Every citation that the claims rest on, each once, by its number. */
export function citationsOf({ claims }: Answer): Citation[] {
  const all = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  return [...new Map(all.map((citation) => [citation.n, citation])).values()].toSorted((a, b) => a.n - b.n);
}

/** A number of milliseconds for people. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
