import type { ForeignCandidate } from './foreign-planner.ts';
import type { ForeignWord } from './foreign-word.ts';

/** 0 to 1: the share of the telling words of a question that a reading accounts for. */
export function coverageOf(words: readonly ForeignWord[], { outline, draft }: ForeignCandidate): number {
  const telling = words.flatMap(({ isFiller }, i) => (isFiller ? [] : [i]));
  if (telling.length === 0) return outline.items.length > 0 ? 1 : 0;
  const open = outline.uncovered.filter((at) => !draft.paid.has(at));
  return 1 - open.length / telling.length;
}

/** Words that are written like a name, of which the reading knows nothing. */
export function unknownNamesIn(words: readonly ForeignWord[], { outline, draft }: ForeignCandidate): string[] {
  return outline.uncovered
    .filter((at) => !draft.paid.has(at) && at > 0)
    .map((at) => words[at]?.text ?? '')
    .filter((text) => /^\p{Lu}\S{2,}/u.test(text));
}
