import type { TextBlock } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';

/** Part of a header line: words, or a marker that ties names to affiliations (1, *, †). */
export type HeaderToken = {
  kind: 'text' | 'marker' | 'gap';
  text: string;
  x0: number;
  x1: number;
  line: Line;
  /** Whether it opens a line that does not go on from the line above. */
  opens: boolean;
};

const sign = /^[*∗⁎†‡§¶‖♯#♮♭✉]+$/u;
/** Gap in shares of the size of the font from which names stand apart without a comma. */
const wideGap = 0.9;

/** How far a full line may end before the right margin, in sizes of the font. */
const raggedness = 5;

/** Cuts header lines into words, markers and wide gaps. Markers are raised, or set in bold among light text. */
export function headerTokens(blocks: readonly TextBlock[]): HeaderToken[] {
  const tokens: HeaderToken[] = [];
  let above: { line: Line; isFlush: boolean; isFull: boolean } | undefined;
  for (const { lines, margins } of blocks) {
    for (const line of lines) {
      // A line that had no room for the next word goes on in the next one of its size, also where their styles differ.
      const wraps =
        above !== undefined &&
        Math.abs(above.line.size - line.size) < 0.03 * line.size &&
        (above.isFull || (above.isFlush && above.line.x1 + firstWordWidth(line) + line.size > margins.right));
      if (above && !wraps) {
        tokens.push({ kind: 'gap', text: '\n', x0: above.line.x1, x1: above.line.x1, line: above.line, opens: false });
      }
      addLine(tokens, line, wraps);
      const isFlush = Math.abs(line.x0 - margins.left) < line.size;
      above = { line, isFlush, isFull: isFlush && line.x1 > margins.right - raggedness * line.size };
    }
  }
  return tokens;
}

function firstWordWidth({ pieces }: Line): number {
  const end = pieces.findIndex(({ space }, i) => i > 0 && space);
  return (pieces.at(end < 0 ? -1 : end - 1)?.x1 ?? 0) - (pieces[0]?.x0 ?? 0);
}

/** In sizes of the font: wide, or clearly wider than the narrowest space of the line. */
function gapBetweenNames({ pieces, size }: Line): number {
  const gaps = pieces.flatMap((piece, i) =>
    i > 0 && piece.space ? [(piece.x0 - (pieces[i - 1]?.x1 ?? 0)) / size] : [],
  );
  const narrowest = Math.min(...gaps.filter((gap) => gap > 0.1), wideGap);
  return Math.min(wideGap, Math.max(0.5, 1.7 * narrowest));
}

function addLine(tokens: HeaderToken[], line: Line, wraps: boolean): void {
  const isLight = line.pieces.filter(({ font }) => font.bold).length < 0.5 * line.pieces.length;
  const apart = gapBetweenNames(line);
  let last: { x1: number } | undefined;
  for (const { text, x0, x1, script, font, size, space } of line.pieces) {
    const opens = last === undefined && !wraps;
    const isMarker = script === 'super' || sign.test(text) || (isLight && font.bold && /^\d{1,3}$/.test(text));
    if (last && x0 - last.x1 > apart * size) {
      tokens.push({ kind: 'gap', text: '', x0: last.x1, x1: x0, line, opens: false });
    }
    const previous = tokens.at(-1);
    if (isMarker) tokens.push({ kind: 'marker', text, x0, x1, line, opens });
    else if (previous?.kind === 'text' && (last !== undefined || wraps)) {
      previous.text += space || last === undefined ? ` ${text}` : text;
      previous.x1 = x1;
      previous.line = line;
    } else tokens.push({ kind: 'text', text, x0, x1, line, opens });
    last = { x1 };
  }
}
