import { type Block, firstLine, plainText, styleOf, type TextBlock } from '../blocks/block.ts';
import type { BodyStyle } from '../layout/body-style.ts';
import { isProse } from './prose.ts';

/** The blocks of the title: the largest letters in the upper part of the first page. */
export function findTitle(
  blocks: readonly Block[],
  pageHeight: number,
  body: BodyStyle,
  metadataTitle: string,
): TextBlock[] {
  // What stands below a paragraph is a heading, however large.
  const prose = blocks.findIndex((block) => block.kind === 'text' && isProse(plainText(block)));
  const early = (prose < 0 ? blocks : blocks.slice(0, prose)).filter(
    (block): block is TextBlock =>
      block.kind === 'text' && firstLine(block).page === 1 && firstLine(block).baseline < 0.6 * pageHeight,
  );
  const wordy = early.filter(
    (block) => plainText(block).replaceAll(/[^\p{L}]/gu, '').length >= 5 && isLetterSet(block),
  );
  const named =
    fold(metadataTitle).length >= 8
      ? wordy.filter(
          (block) => fold(metadataTitle).includes(fold(plainText(block))) && fold(plainText(block)).length > 7,
        )
      : [];
  if (named.length > 0 && named.map((block) => fold(plainText(block))).join('') === fold(metadataTitle)) return named;
  const size = Math.max(0, ...wordy.map((block) => styleOf(block.lines).size));
  if (size < 1.1 * body.size) return wordy.filter((block) => styleOf(block.lines).bold).slice(0, 1);
  const first = wordy.findIndex((block) => styleOf(block.lines).size > 0.97 * size);
  const title: TextBlock[] = [];
  for (const block of wordy.slice(first)) {
    if (styleOf(block.lines).size <= 0.97 * size) break;
    title.push(block);
  }
  return title;
}

/** Letters set apart from each other belong to a logo. */
function isLetterSet(block: TextBlock): boolean {
  return !/^(?:\S\s){4,}\S?$/u.test(plainText(block));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
