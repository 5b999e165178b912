import type { CaptionFact } from '../facts.ts';
import { letters, likeness } from './letters.ts';
import { bagTally, nothing, sum, type Tally } from './tally.ts';

const label = /^\s*(?:fig(?:ure|\.)?|tab(?:le|\.)?|listing|algorithm)\s*(?:\d+|[IVX]+)\s*[.:|–-]?\s*/iu;
/** Captions as like as this are the same: formulas in them are written in more than one way. */
const same = 0.85;

/** Captions of one kind whose text is right, labels left out. */
export function scoreCaptions(
  kind: CaptionFact['kind'],
  predicted: readonly CaptionFact[],
  expected: readonly CaptionFact[],
): Tally & { missing: string[] } {
  const texts = (captions: readonly CaptionFact[]): string[] =>
    captions
      .filter((caption) => caption.kind === kind)
      .map(({ text }) => letters(text.replace(label, '')))
      .filter((text) => text !== '');
  const left = texts(predicted);
  const right = texts(expected);
  const total = left.length;
  const missing = right.filter((text) => {
    const marks = left.map((other) => likeness(text, other));
    const best = marks.indexOf(Math.max(...marks));
    if (best < 0 || (marks[best] ?? 0) < same) return true;
    left.splice(best, 1);
    return false;
  });
  return { matched: right.length - missing.length, predicted: total, expected: right.length, missing };
}

/** Cells with the right text; each table is compared with the predicted one it shares most cells with. */
export function scoreCells(
  predicted: readonly (readonly string[])[],
  expected: readonly (readonly string[])[],
): Tally & { missing: string[] } {
  const left = predicted.map((cells) => cells.map(letters));
  const missing: string[] = [];
  let total: Tally = nothing;
  for (const cells of expected.map((table) => table.map(letters))) {
    const tallies = left.map((candidate) => bagTally(candidate, cells));
    const best = tallies.reduce((top, { matched }, i) => (matched > (tallies[top]?.matched ?? 0) ? i : top), 0);
    const found = tallies[best];
    if (found && found.matched > 0) left.splice(best, 1);
    const tally = found && found.matched > 0 ? found : { ...bagTally([], cells) };
    missing.push(...tally.missing);
    total = sum([total, tally]);
  }
  // Tables that are none.
  const rest = left.reduce((count, cells) => count + cells.length, 0);
  return { ...sum([total, { matched: 0, predicted: rest, expected: 0 }]), missing };
}
