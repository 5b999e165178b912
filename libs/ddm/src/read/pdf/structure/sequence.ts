import { firstLine, lastLine, plainText, type TextBlock } from '../blocks/block.ts';
import { type Line, shareSize } from '../lines/line.ts';
import type { Unit } from './unit.ts';

/** Units of one paragraph, item or piece of code that columns, pages, floats or formulas have cut. */
export type Run = { unit: Unit; lines: Line[] };

/**
 * Puts together what belongs together: paragraphs and items that go on after a column, a page, a float or a displayed
 * formula, and code that gaps have cut. Everything else stays a run of its own, in its place.
 */
export function joinRuns(units: readonly Unit[]): Run[] {
  const indents = usesIndents(units);
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const unit of units) {
    if (unit.type === 'area') {
      runs.push({ unit, lines: [] });
      continue;
    }
    const { block } = unit;
    if (open && goesOn(open, unit, indents)) {
      open.lines.push(...block.lines);
      continue;
    }
    const run = { unit, lines: [...block.lines] };
    runs.push(run);
    if (unit.type === 'text' || unit.type === 'item' || unit.type === 'code') open = run;
    // Floats, notes and formulas stand between the parts of a paragraph; a heading ends it.
    else if (unit.type === 'heading') open = undefined;
  }
  return runs;
}

/** Whether paragraphs begin with a line that is moved in. */
function usesIndents(units: readonly Unit[]): boolean {
  const texts = units.filter((unit) => unit.type === 'text' && unit.block.lines.length > 1);
  const indented = texts.filter(({ block }) => block.kind === 'text' && isIndented(block));
  return indented.length > 0.4 * texts.length;
}

function isIndented(block: TextBlock): boolean {
  const line = firstLine(block);
  const indent = line.x0 - block.margins.left;
  return indent > 0.6 * line.size && indent < 4 * line.size;
}

function goesOn(open: Run, unit: Exclude<Unit, { type: 'area' }>, indents: boolean): boolean {
  const { unit: before } = open;
  if (before.type === 'area') return false;
  if (before.type === 'code') return unit.type === 'code' && isNearCode(open, unit.block);
  if (unit.type !== 'text') return false;
  const last = open.lines.at(-1) as Line;
  const next = firstLine(unit.block);
  if (!shareSize(last, next)) return false;
  const text = plainText(unit.block);
  const isSplit = last.page !== next.page || next.baseline < last.baseline || unit.block.column !== before.block.column;
  const lower = /^[^\p{L}\p{N}]{0,2}\p{Ll}/u.test(text);
  const ended = /[.?!:]["”’)\]]*\d{0,3}$/u.test(last.text);
  if (/[-‐]$/u.test(last.text) && lower) return true;
  if (lower) return !/[.?!]["”’)\]]*$/u.test(last.text) || isSplit;
  if (!isSplit) return false;
  if (isIndented(unit.block) && before.type === 'text') return false;
  const full = last.x1 > unitRight(before.block) - 1.5 * last.size;
  if (!ended) return full || /[,;(]$/.test(last.text);
  return indents && full && before.type === 'text';
}

function unitRight(block: TextBlock): number {
  return block.margins.right;
}

/** Code goes on after a gap or a page break, not after text. */
function isNearCode(open: Run, block: TextBlock): boolean {
  const last = open.lines.at(-1) as Line;
  const next = firstLine(block);
  if (last.page !== next.page) return next.page === last.page + 1;
  const gap = next.baseline - last.baseline;
  return gap > 0 && gap < 3 * last.size && lastLine(block).baseline > last.baseline;
}
