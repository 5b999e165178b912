import type { ForeignMark } from './foreign-mark.ts';
import type { ForeignWord } from './foreign-word.ts';

/** Marks that do not overlap, from left to right; the telling words in none of them are left to name the ways between. */
export type ForeignSegmentation = { marks: readonly ForeignMark[]; score: number; uncovered: readonly number[] };

const beam = 60;

export function segmentForeign(words: readonly ForeignWord[], marks: readonly ForeignMark[]): ForeignSegmentation[] {
  const starting = Map.groupBy(marks, ({ from }) => from);
  const states: ForeignSegmentation[][] = Array.from({ length: words.length + 1 }, () => []);
  states[0] = [{ marks: [], score: 0, uncovered: [] }];
  for (let at = 0; at < words.length; at += 1) {
    const best = (states[at] ?? []).toSorted((a, b) => b.score - a.score).slice(0, beam);
    for (const state of best) {
      const isFiller = words[at]?.isFiller === true;
      const score = state.score - (words[at]?.loss ?? 0);
      states[at + 1]?.push({ ...state, score, uncovered: isFiller ? state.uncovered : [...state.uncovered, at] });
      for (const mark of starting.get(at) ?? []) {
        states[mark.to]?.push({ ...state, marks: [...state.marks, mark], score: state.score + mark.gain });
      }
    }
  }
  return (states[words.length] ?? []).toSorted((a, b) => b.score - a.score).slice(0, beam);
}
