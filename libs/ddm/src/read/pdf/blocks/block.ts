import type { PageArea } from '../layout/lay-out-page.ts';
import type { Line } from '../lines/line.ts';
import type { Margins } from './margins.ts';

/** Lines that belong together, or a figure or table between them. `column` numbers the columns of the document. */
export type TextBlock = { kind: 'text'; lines: Line[]; margins: Margins; column: number };
export type AreaBlock = { kind: 'area'; area: PageArea; column: number };
export type Block = TextBlock | AreaBlock;

/** The style of a block of text, for telling headings from text. */
export type BlockStyle = {
  size: number;
  bold: boolean;
  italic: boolean;
  mono: boolean;
  capitals: boolean;
  family: string;
};

export function firstLine(block: TextBlock): Line {
  return block.lines[0] as Line;
}

export function lastLine(block: TextBlock): Line {
  return block.lines.at(-1) as Line;
}

export function plainText(block: TextBlock): string {
  return block.lines.map(({ text }) => text).join(' ');
}

/** A style holds if nine letters in ten have it. */
export function styleOf(lines: readonly Line[]): BlockStyle {
  const letters = { all: 0, bold: 0, italic: 0, mono: 0 };
  const families = new Map<string, number>();
  let size = 0;
  for (const line of lines) {
    for (const { text, font, script, size: pieceSize } of line.pieces) {
      if (script !== 'base') continue;
      letters.all += text.length;
      families.set(font.family, (families.get(font.family) ?? 0) + text.length);
      size += pieceSize * text.length;
      if (font.bold) letters.bold += text.length;
      if (font.italic) letters.italic += text.length;
      if (font.mono) letters.mono += text.length;
    }
  }
  const most = (count: number): boolean => letters.all > 0 && count >= 0.88 * letters.all;
  const text = lines.map((line) => line.text).join(' ');
  const capitals = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return {
    size: letters.all === 0 ? (lines[0]?.size ?? 0) : size / letters.all,
    bold: most(letters.bold),
    italic: most(letters.italic),
    mono: most(letters.mono),
    capitals,
    family: [...families].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])[0],
  };
}
