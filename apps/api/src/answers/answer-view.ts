import type { Answer, AnswerDiff, Citation, KeptFeedback, PublicationStatus } from '@askg/contract';

/** An answer on its way to a page. */
export type AnswerView = {
  answer: Answer;
  baseIri: string;
  /** The papers that are not in good standing now, by their keys; absent: as when the answer was given. */
  statuses?: ReadonlyMap<string, PublicationStatus>;
  /** What the visitor has said of it; absent where nothing can be said. */
  feedback?: readonly KeptFeedback[];
  /** What is different from another answer to the same question. */
  diff?: AnswerDiff;
};

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
