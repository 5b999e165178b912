import type { Mark } from './mark.ts';
import type { WeighedWord } from './weighed-word.ts';

/** Marks that do not overlap, from left to right, with what they are worth. */
export type Segmentation = { marks: readonly Mark[]; score: number; uncovered: readonly number[] };

const beam = 24;

/** The best ways to cut a question into marks; a word that tells something and is in no mark costs what it weighs. */
export function segment(words: readonly WeighedWord[], marks: readonly Mark[]): Segmentation[] {
  const starting = new Map<number, Mark[]>();
  for (const mark of marks) starting.set(mark.from, [...(starting.get(mark.from) ?? []), mark]);
  const states: Segmentation[][] = Array.from({ length: words.length + 1 }, () => []);
  states[0] = [{ marks: [], score: 0, uncovered: [] }];
  for (let at = 0; at < words.length; at += 1) {
    const best = (states[at] ?? []).toSorted((a, b) => b.score - a.score).slice(0, beam);
    const word = words[at];
    for (const state of best) {
      const here = starting.get(at) ?? [];
      // A word that only makes it a question is never worth leaving out by itself.
      const isKept = word?.isFiller === true && here.some((mark) => mark.to === at + 1);
      const skipped = word?.isFiller === false ? [...state.uncovered, at] : state.uncovered;
      if (!isKept) states[at + 1]?.push({ ...state, score: state.score - (word?.loss ?? 0), uncovered: skipped });
      for (const mark of here) {
        states[mark.to]?.push({ ...state, marks: [...state.marks, mark], score: state.score + mark.gain });
      }
    }
  }
  return (states[words.length] ?? []).toSorted((a, b) => b.score - a.score).slice(0, beam);
}
