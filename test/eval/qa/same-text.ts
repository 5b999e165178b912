import { plainLetters } from './plain-letters.ts';

/** Words in a run; fewer are shared by texts that have nothing to do with each other. */
const runLength = 3;

/** From this share of shared runs on two texts are one, set differently. */
const leastShare = 0.6;

/** A text as it is compared with others. */
export type ComparedText = { letters: string; runs: ReadonlySet<string> };

/** Marks of a data set's own where the paper has a number or a formula. */
const marks = /\b(?:BIB|FIG|TAB|SEC|EQ)REF\d+\b|\b(?:INLINE|DISPLAY)FORM\d+\b/g;

export function comparedText(text: string): ComparedText {
  const words = text.replaceAll(marks, ' ').split(/\s+/u).map(plainLetters);
  const kept = words.filter((word) => word !== '');
  const runs = kept.slice(runLength - 1).map((_, i) => kept.slice(i, i + runLength).join(' '));
  return { letters: plainLetters(text), runs: new Set(runs) };
}

/** Whether one text is the other or a piece of it, numbers of references and formulas aside. */
export function isPieceOf(a: ComparedText, b: ComparedText): boolean {
  if (a.letters.includes(b.letters) || b.letters.includes(a.letters)) return true;
  const [fewer, more] = a.runs.size < b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  const shared = [...fewer].filter((run) => more.has(run)).length;
  return fewer.size > 0 && shared / fewer.size >= leastShare;
}
