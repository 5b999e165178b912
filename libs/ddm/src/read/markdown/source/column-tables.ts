import type { ProtectedParts, TableSource } from './protected.ts';

const gridRule = /^\s*\+(?:[-=:]+\+)+\s*$/;
const dashes = /^ *-{2,}(?: +-{2,})*\s*$/;
const columns = /^ *-{2,}(?: +-{2,})+\s*$/;
/** The lines of colons that pandoc puts around a division. */
const divisionFence = /^\s*:{3,}(?:\s*(?:\{[^{}]*\}|[\w-]+))?\s*:*\s*$/;
const captionLine = /^(?:Table:|:(?=\s)) ?\S/;

/**
 * Takes out the tables that Markdown does not know but pandoc writes: grid tables, and tables whose columns are given by
 * dashes. Fenced code is passed over. The marks
 * of pandoc's divisions are taken out too, and a caption behind a pipe table gets the blank line that keeps it out of the rows.
 */
export function takeColumnTables(source: string, parts: ProtectedParts): string {
  const lines = source.split('\n');
  const kept: string[] = [];
  let fence = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) && /^\s*[`~]+\s*$/.test(line)) fence = '';
    } else if (mark !== undefined) fence = mark;
    const table = fence === '' && mark === undefined ? tableAt(lines, i) : undefined;
    if (table) {
      const before = table.takesLineBefore ? (kept.pop() ?? '') : '';
      const text = [...(before === '' ? [] : [before]), ...lines.slice(i, table.end)].join('\n');
      kept.push('', parts.add({ kind: 'table', rows: table.rows, source: text }), '');
      i = table.end - 1;
      continue;
    }
    if (fence === '' && divisionFence.test(line)) {
      kept.push('');
      continue;
    }
    if (fence === '' && captionLine.test(line) && (lines[i - 1] ?? '').includes('|')) kept.push('');
    kept.push(line);
  }
  return kept.join('\n');
}

/** No table of that kind has more lines. */
const longestTable = 1000;

type FoundTable = { rows: TableSource; end: number; takesLineBefore?: boolean };

function tableAt(lines: readonly string[], at: number): FoundTable | undefined {
  const line = lines[at] ?? '';
  if (gridRule.test(line)) return gridTable(lines, at);
  if (!dashes.test(line)) return undefined;
  const before = lines[at - 1] ?? '';
  // A header line above a line of several runs of dashes.
  if (columns.test(line) && before.trim() !== '') return simpleTable(lines, at, before);
  return /^ *-{3,}\s*$|^ *-{2,}( +-{2,})+\s*$/.test(line) && before.trim() === '' ? ruledTable(lines, at) : undefined;
}

function gridTable(lines: readonly string[], at: number): FoundTable | undefined {
  const rows: string[][] = [];
  let headerRows = 0;
  let cells: string[] | undefined;
  const edges = [...(lines[at] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  let i = at + 1;
  for (; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (gridRule.test(line)) {
      if (!cells) break;
      rows.push(cells.map(dedent));
      if (line.includes('=') && rows.length > 0 && headerRows === 0) headerRows = rows.length;
      cells = undefined;
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      const parts = edges.slice(1).map((edge, k) => [...line].slice((edges[k] ?? 0) + 1, edge).join(''));
      // Cells that span columns have no bar at the edge between them: the table is then read by its bars.
      const fits = edges.every((edge) => '|+'.includes([...line][edge] ?? ' '));
      const texts = fits ? parts : line.trim().slice(1, -1).split('|');
      cells = texts.map((text, k) => `${cells?.[k] === undefined ? '' : `${cells[k]}\n`}${text}`);
    } else break;
  }
  return rows.length > 0 ? { rows: { headerRows, rows }, end: i } : undefined;
}

/** A table of one-line rows, up to a blank line or a closing line of dashes. */
function simpleTable(lines: readonly string[], at: number, header: string): FoundTable | undefined {
  const spans = columnSpans(lines[at] ?? '');
  const rows = [cellsOf(header, spans)];
  let i = at + 1;
  for (; i < lines.length && (lines[i] ?? '').trim() !== ''; i++) {
    if (dashes.test(lines[i] ?? '')) {
      i++;
      break;
    }
    rows.push(cellsOf(lines[i] ?? '', spans));
  }
  return rows.length > 1 ? { rows: { headerRows: 1, rows }, end: i, takesLineBefore: true } : undefined;
}

/** A table between two lines of dashes: rows of several lines, apart by blank ones, or without a header. */
function ruledTable(lines: readonly string[], at: number): FoundTable | undefined {
  let end = at + 2;
  const last = Math.min(lines.length, at + longestTable);
  while (end < last && !(dashes.test(lines[end] ?? '') && isLast(lines, end))) end++;
  if (end >= last) return undefined;
  const inner = lines.slice(at + 1, end);
  const rule = columns.test(lines[at] ?? '') ? -1 : inner.findIndex((line) => columns.test(line));
  if (rule < 0 && !columns.test(lines[at] ?? '')) return undefined;
  const spans = columnSpans(rule < 0 ? (lines[at] ?? '') : (inner[rule] ?? ''));
  const body = inner.slice(rule + 1);
  const multiline = body.some((line) => line.trim() === '');
  const groups = multiline ? blocksOf(body) : body.map((line) => [line]);
  const rows = groups.map((group) => joinRows(group, spans));
  const head = rule > 0 ? [joinRows(inner.slice(0, rule), spans)] : [];
  return rows.length > 0 ? { rows: { headerRows: head.length, rows: [...head, ...rows] }, end: end + 1 } : undefined;
}

function isLast(lines: readonly string[], at: number): boolean {
  return (lines[at + 1] ?? '').trim() === '';
}

function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function joinRows(lines: readonly string[], spans: readonly number[]): string[] {
  const rows = lines.map((line) => cellsOf(line, spans));
  return spans.map((_, k) =>
    rows
      .map((row) => row[k] ?? '')
      .join('\n')
      .trim(),
  );
}

/** Where each column begins. */
function columnSpans(rule: string): number[] {
  return [...rule.matchAll(/-+/g)].map(({ index }) => index);
}

/** The texts of the columns; a word across an edge belongs to the column that it begins in. */
function cellsOf(line: string, starts: readonly number[]): string[] {
  const characters = [...line];
  const cuts = starts.map((start, k) => {
    if (k === 0) return 0;
    let cut = start;
    while (cut > 0 && cut < characters.length && /\S/.test(characters[cut - 1] ?? ' ')) cut--;
    return cut;
  });
  return cuts.map((cut, k) =>
    characters
      .slice(cut, cuts[k + 1])
      .join('')
      .trim(),
  );
}

function dedent(cell: string): string {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
