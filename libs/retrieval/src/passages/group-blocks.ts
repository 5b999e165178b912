import type { Block, BlockUnit } from './blocks-of-document.ts';

/** Words of a passage, about: whole paragraphs are joined up to here, and longer ones cut into pieces of at most this. */
export const passageWords = 200;
/** A remainder this short joins the passage before it rather than stand alone. */
const remainderWords = 40;

/** Blocks, or pieces of one, that make one passage. */
export type BlockGroup = { blocks: Block[]; words: number };

/**
 * Joins neighbouring blocks of one place and kind into groups of about `passageWords` words, whole blocks where that is
 * possible. A list stays with the sentence that announces it by a colon.
 */
export function groupBlocks(blocks: Iterable<Block>): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    for (const piece of cutBlock(block)) {
      const words = wordsOf(piece);
      const last = groups.at(-1);
      if (last && belongs(piece, last, words)) {
        last.blocks.push(piece);
        last.words += words;
      } else groups.push({ blocks: [piece], words });
    }
  }
  return groups;
}

function belongs(block: Block, group: BlockGroup, words: number): boolean {
  const [first] = group.blocks;
  const last = group.blocks.at(-1);
  if (first?.place !== block.place || last === undefined) return false;
  if (group.words + words > (words < remainderWords ? passageWords + remainderWords : passageWords)) return false;
  return last.kind === block.kind || (block.kind === 'item' && /:\s*$/.test(last.units.at(-1)?.text ?? ''));
}

/** Cuts a long block between units into pieces of nearly equal length; a unit is never cut. */
function cutBlock(block: Block): Block[] {
  const total = wordsOf(block);
  if (total <= passageWords + remainderWords) return [block];
  const target = total / Math.ceil(total / passageWords);
  const pieces: BlockUnit[][] = [];
  let words = 0;
  for (const unit of block.units) {
    const own = countWords(unit.text);
    const piece = pieces.at(-1);
    const full = words + own > passageWords || words + own / 2 > target;
    if (piece === undefined || full) {
      pieces.push([unit]);
      words = own;
    } else {
      piece.push(unit);
      words += own;
    }
  }
  return pieces.map((units) => ({ ...block, units }));
}

function wordsOf(block: Block): number {
  return block.units.reduce((sum, { text }) => sum + countWords(text), 0);
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
