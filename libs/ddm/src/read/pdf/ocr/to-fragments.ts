import { describeFont } from '../engine/fonts.ts';
import { type Fragment, fragmentOf, type Piece } from '../lines/fragment.ts';
import type { RecognisedWord } from './page-recogniser.ts';

const font = describeFont('');
/** In sizes of the font: a wider gap ends a fragment. */
const widest = 1.05;
/** Recognition measures letters no finer than this: lines within it are set in the size most lines have. */
const sameSize = 0.14;

/** Lines recognised on a picture to fragments of its page. `scale`: points a pixel. */
export function toFragments(lines: readonly (readonly RecognisedWord[])[], scale: number): Fragment[] {
  const filled = lines
    .map((words) => words.filter(({ text }) => text.trim() !== ''))
    .filter(({ length }) => length > 0);
  const sizes = filled.map((words) => scale * median(words.map(sizeOf)));
  const usual = median(sizes);
  const fragments: Fragment[] = [];
  for (const [i, words] of filled.entries()) {
    const own = sizes[i] ?? usual;
    const size = Math.abs(own - usual) < sameSize * usual ? usual : own;
    for (const run of runsOf(words, (widest * size) / scale)) {
      const baseline = scale * median(run.map((word) => word.baseline));
      fragments.push(
        fragmentOf(
          run.map((word, at) => pieceOf(word, { scale, size, baseline, space: at > 0 })),
          fragments.length,
        ),
      );
    }
  }
  return fragments;
}

function pieceOf(
  { text, x0, x1 }: RecognisedWord,
  { scale, size, baseline, space }: { scale: number; size: number; baseline: number; space: boolean },
): Piece {
  return { text, x0: scale * x0, x1: scale * x1, baseline, size, font, colour: 0, space, script: 'base' };
}

/** The size of the font, from the height of a word: shares of it that letters with and without strokes up and down have. */
function sizeOf({ text, y0, y1 }: RecognisedWord): number {
  const up = /[\p{Lu}\p{N}bdfhklt]/u.test(text) ? 0.7 : 0.48;
  const down = /[gjpqy]/.test(text) ? 0.21 : 0;
  return (y1 - y0) / (up + down);
}

function runsOf(words: readonly RecognisedWord[], gap: number): RecognisedWord[][] {
  const runs: RecognisedWord[][] = [];
  for (const word of words.toSorted((a, b) => a.x0 - b.x0)) {
    const last = runs.at(-1)?.at(-1);
    if (last && word.x0 - last.x1 <= gap) runs.at(-1)?.push(word);
    else runs.push([word]);
  }
  return runs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
