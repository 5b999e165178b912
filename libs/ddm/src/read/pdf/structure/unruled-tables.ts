import type { AreaBlock, TextBlock } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';
import type { Unit } from './unit.ts';

/** Share of the lines of a block that must stand in columns. */
const celled = 0.6;
/** Gap between columns in sizes of the font. */
const columnGap = 1.2;

/** Tables without rules: blocks of lines that stand in columns, right above or below a caption of a table. */
export function gatherUnruledTables(units: readonly Unit[]): Unit[] {
  const result = [...units];
  for (let i = 0; i < result.length; i++) {
    const unit = result[i];
    if (unit?.type !== 'caption' || unit.label.what !== 'table') continue;
    if ([result[i - 1], result[i + 1]].some((neighbour) => neighbour?.type === 'area')) continue;
    const below = runOf(result, i, 1);
    const above = runOf(result, i, -1);
    const run = below.length >= above.length ? below : above;
    if (run.reduce((sum, { lines }) => sum + lines.length, 0) < 2) continue;
    const at = below.length >= above.length ? i + 1 : i - run.length;
    result.splice(at, run.length, { type: 'area', block: areaOf(run) });
  }
  return result;
}

/** Blocks in columns next to a place, in their order. */
function runOf(units: readonly Unit[], from: number, step: 1 | -1): TextBlock[] {
  const run: TextBlock[] = [];
  const caption = units[from];
  for (let i = from + step; i >= 0 && i < units.length; i += step) {
    const unit = units[i] as Unit;
    if (!['text', 'item', 'formula', 'code'].includes(unit.type) || unit.block.kind === 'area') break;
    if (caption?.block.kind !== 'text' || unit.block.column !== caption.block.column || !isCelled(unit.block)) break;
    run.push(unit.block);
  }
  return step === 1 ? run : run.toReversed();
}

function isCelled({ lines }: TextBlock): boolean {
  return lines.filter(hasColumns).length >= celled * lines.length;
}

function hasColumns({ fragments, size }: Line): boolean {
  return fragments.some((fragment, i) => i > 0 && fragment.x0 - (fragments[i - 1]?.x1 ?? 0) > columnGap * size);
}

function areaOf(run: readonly TextBlock[]): AreaBlock {
  const lines = run.flatMap((block) => block.lines);
  const [first] = lines;
  const area = {
    kind: 'table' as const,
    page: first?.page ?? 1,
    x0: Math.min(...lines.map(({ x0 }) => x0)),
    y0: Math.min(...lines.map(({ top }) => top)),
    x1: Math.max(...lines.map(({ x1 }) => x1)),
    y1: Math.max(...lines.map(({ bottom }) => bottom)),
    lines,
  };
  return { kind: 'area', area, column: run[0]?.column ?? 0 };
}
