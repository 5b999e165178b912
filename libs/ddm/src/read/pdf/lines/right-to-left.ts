import type { Fragment, Piece } from './fragment.ts';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const letters = /\p{L}/gu;
/** Share of the size from which a gap counts as white space. */
const wordGap = 0.14;

/** Whether most letters of a line belong to a script that is written from right to left. */
export function readsRightToLeft(fragments: readonly Fragment[]): boolean {
  let all = 0;
  let turned = 0;
  for (const { pieces } of fragments) {
    for (const { text } of pieces) {
      all += text.match(letters)?.length ?? 0;
      turned += text.match(rightToLeft)?.length ?? 0;
    }
  }
  return turned > 0.5 * all;
}

/**
 * Pieces of such a line in the order they are read: from the right, letters that stand in the order of the page turned
 * round, and words and numbers of other scripts kept from left to right.
 */
export function inReadingOrder(fragments: readonly Fragment[]): Piece[] {
  const pieces = fragments.flatMap((fragment) => fragment.pieces).toSorted((a, b) => b.x1 - a.x1);
  const ordered: Piece[] = [];
  let foreign: Piece[] = [];
  for (const piece of pieces) {
    if (!isTurned(piece.text)) {
      foreign.unshift(piece);
      continue;
    }
    ordered.push(...foreign, piece);
    foreign = [];
  }
  ordered.push(...foreign);
  return ordered.map((piece, i) => {
    const before = ordered[i - 1];
    const apart = before ? Math.max(piece.x0, before.x0) - Math.min(piece.x1, before.x1) : 0;
    const text = isTurned(piece.text) ? [...piece.text].toReversed().join('') : piece.text;
    return { ...piece, text: text.normalize('NFKC'), space: before !== undefined && apart > wordGap * piece.size };
  });
}

function isTurned(text: string): boolean {
  return text.search(rightToLeft) >= 0 || !/[\p{L}\p{N}]/u.test(text);
}
