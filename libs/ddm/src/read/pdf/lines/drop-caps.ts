import { type Fragment, fragmentOf, type Piece } from './fragment.ts';

/** From how many times the size of the text on a single capital is one that reaches over several lines. */
const largest = 1.7;
/** Gap in sizes of the text that a line keeps from such a letter. */
const widestGap = 1.2;

/** Puts a capital that reaches over the first lines of a paragraph at the start of the line beside its top. */
export function attachDropCaps(fragments: readonly Fragment[]): Fragment[] {
  const result = [...fragments];
  for (const cap of fragments.filter(isSingleCapital)) {
    const top = cap.baseline - 0.75 * cap.size;
    const beside = result.filter(
      ({ x0, baseline, size, length }) =>
        length > 1 &&
        cap.size > largest * size &&
        x0 >= cap.x1 - 0.3 * size &&
        x0 - cap.x1 < widestGap * size &&
        baseline > top &&
        baseline <= cap.baseline + 0.2 * size,
    );
    const first = beside.toSorted((a, b) => a.baseline - b.baseline)[0];
    // One line beside a large letter is a word set in capitals.
    if (!first || beside.length < 2) continue;
    const letter: Piece = { ...(cap.pieces[0] as Piece), size: first.size, baseline: first.baseline, font: first.font };
    const joined = fragmentOf(
      [letter, ...first.pieces.map((piece, i) => (i === 0 ? { ...piece, space: false } : piece))],
      first.order,
    );
    result[result.indexOf(first)] = joined;
    result.splice(result.indexOf(cap), 1);
  }
  return result;
}

function isSingleCapital({ pieces, length }: Fragment): boolean {
  return length === 1 && /^\p{Lu}$/u.test(pieces[0]?.text ?? '');
}
