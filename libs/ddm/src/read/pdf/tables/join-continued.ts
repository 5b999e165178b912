import type { DraftBlock, DraftTable } from '../../../document/draft.ts';

/** Fractions of the page by which the edges of the parts of one table may differ. */
const drift = 0.012;

/**
 * Makes one table of those that a page break has cut: a part without label and caption that follows at once, on the next
 * page or in the next column, with as many columns and the same head or the same edges. A repeated head is left out.
 */
export function joinContinued(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = [];
  let open: DraftTable | undefined;
  for (const block of blocks) {
    if (block.type === 'table' && open && continues(block, open)) {
      open.rows.push(...block.rows.slice(sharedHead(open, block)));
      open.boxes.push(...block.boxes);
      continue;
    }
    if (block.type === 'section') joined.push({ ...block, blocks: joinContinued(block.blocks) });
    else joined.push(block);
    // A note at the foot of the page does not part a table from its rest overleaf.
    if (block.type !== 'footnote') open = block.type === 'table' ? block : undefined;
  }
  return joined;
}

function continues(part: DraftTable, table: DraftTable): boolean {
  const [before, after] = [table.boxes.at(-1), part.boxes[0]];
  if (part.label !== undefined || part.caption.text !== '' || !before || !after) return false;
  const isNext = after.page === before.page + 1 || (after.page === before.page && after.y0 < before.y0);
  if (!isNext || columnsOf(part) !== columnsOf(table)) return false;
  const hasSameEdges = Math.abs(after.x0 - before.x0) < drift && Math.abs(after.x1 - before.x1) < drift;
  return sharedHead(table, part) > 0 || (hasSameEdges && after.page > before.page);
}

function columnsOf({ rows }: DraftTable): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0)));
}

/** Rows at the start of both that are the same and part of the head. */
function sharedHead(table: DraftTable, part: DraftTable): number {
  const textOf = (row: DraftTable['rows'][number] | undefined): string | undefined =>
    row?.header ? row.cells.map(({ content }) => content.text).join('\n') : undefined;
  let shared = 0;
  while (textOf(part.rows[shared]) !== undefined && textOf(part.rows[shared]) === textOf(table.rows[shared])) shared++;
  return shared;
}
