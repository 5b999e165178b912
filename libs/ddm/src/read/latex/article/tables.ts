import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { LatexNode } from '../tree/node.ts';
import { readCaption } from './captions.ts';
import type { EnvironmentReader, LatexContext } from './context.ts';
import { Writer } from './writer.ts';

/** More cells than a page can hold are damage, and would cost memory. */
const widestSpan = 200;

/** Arguments before the rows: `m` in braces, `o` in brackets. */
const tableArguments: Readonly<Record<string, string>> = {
  'tabular*': 'mom',
  tabularx: 'mom',
  tabulary: 'mm',
  xltabular: 'omm',
  tblr: 'om',
  longtblr: 'om',
};

type Cell = { content: XmlNode[]; columns: number; rows: number };
type Row = { cells: Cell[]; isFilled: boolean };

/** What stands between the rows, by where: rules tell a header from the rest. */
type Grid = { rows: Row[]; rules: { kind: string; before: number }[]; ends: { kind: string; after: number }[] };

const rules = /^(?:hline|toprule|midrule|bottomrule|Xhline|hhline|specialrule|hdashline|firsthline|lasthline|Hline)$/;
const partialRules =
  /^(?:cline|cmidrule|cdashline|arrayrulecolor|rowcolor|cellcolor|columncolor|addlinespace|morecmidrules|noalign)$/;
const ends = /^(?:endhead|endfirsthead|endfoot|endlastfoot)$/;

/** A table; in running text its cells one after the other. */
export const readTabular: EnvironmentReader = (node, writer, context) => {
  const cursor = new NodeCursor(node.children);
  for (const argument of tableArguments[node.name] ?? 'om') {
    if (argument === 'o') cursor.optional();
    else cursor.group();
  }
  const isLong = /^(?:longtable|xltabular|supertabular|longtblr)$/.test(node.name);
  const wrap = isLong && !context.float ? openWrap(context) : undefined;
  const grid = readGrid(cursor.rest(), context);
  const table = tableOf(grid);
  const texts = grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => [...cell.content, ' ']));
  if (writer.isInline) writer.add(' ', ...texts);
  else if (wrap) writer.float(wrap.close(table));
  else if (context.float) writer.block(table);
  else writer.float(element('table-wrap', {}, [table]));
};

/** A long table has its caption among its rows. */
function openWrap(context: LatexContext): { close(table: XmlElement): XmlElement } {
  const float: NonNullable<LatexContext['float']> = { kind: 'table', captions: [], panels: 0, inPanel: false };
  const outer = context.float;
  context.float = float;
  return {
    close: (table) => {
      context.float = outer;
      const [caption] = float.captions;
      if (!caption) return table;
      return element('table-wrap', {}, [
        ...(caption.label === undefined ? [] : [element('label', {}, [caption.label])]),
        element('caption', {}, [element('p', {}, [...caption.text])]),
        table,
      ]);
    },
  };
}

function readGrid(nodes: readonly LatexNode[], context: LatexContext): Grid {
  const grid: Grid = { rows: [], rules: [], ends: [] };
  const cursor = new NodeCursor(nodes);
  let cells: Cell[] = [];
  let content: LatexNode[] = [];
  let isColoured = false;
  const endCell = (): void => {
    cells.push(readCell(content, isColoured, context));
    content = [];
  };
  const endRow = (): void => {
    endCell();
    const isFilled = cells.some((cell) => cell.content.some((node) => typeof node !== 'string' || node.trim() !== ''));
    if (isFilled || cells.length > 1) grid.rows.push({ cells, isFilled });
    cells = [];
    isColoured = false;
  };
  for (let node = cursor.next(); node; node = cursor.next()) {
    if (node.kind === 'cell') endCell();
    else if (node.kind !== 'command') content.push(node);
    else if (/^(?:\\|tabularnewline|cr)$/.test(node.name)) {
      cursor.star();
      cursor.optional();
      endRow();
    } else if (rules.test(node.name)) {
      cursor.optional();
      if (node.name === 'Xhline' || node.name === 'hhline') cursor.group();
      grid.rules.push({ kind: node.name, before: grid.rows.length });
    } else if (partialRules.test(node.name)) {
      isColoured ||= node.name === 'rowcolor' || node.name === 'cellcolor';
      skipRule(node.name, cursor);
    } else if (ends.test(node.name)) grid.ends.push({ kind: node.name, after: grid.rows.length });
    else if (node.name === 'caption') readLongCaption(cursor, context);
    else content.push(node);
  }
  if (content.some(({ kind }) => kind !== 'space' && kind !== 'paragraph') || cells.length > 0) endRow();
  return grid;
}

function readLongCaption(cursor: NodeCursor, context: LatexContext): void {
  // The parts of a table over several pages repeat it.
  if (context.float && context.float.captions.length > 0) {
    cursor.star();
    cursor.optional();
    cursor.argument();
  } else readCaption(cursor, new Writer(true), context);
}

function skipRule(name: string, cursor: NodeCursor): void {
  cursor.optional();
  if (name === 'cmidrule') cursor.skipParentheses();
  if (name !== 'addlinespace' && name !== 'morecmidrules') cursor.argument();
}

/** A cell with the spans that its content asks for. */
function readCell(nodes: readonly LatexNode[], isColoured: boolean, context: LatexContext): Cell {
  const cursor = new NodeCursor(nodes);
  const first = cursor.peekSolid();
  if (first?.kind === 'command' && (first.name === 'multicolumn' || first.name === 'multirow')) {
    cursor.until((node) => node === first);
    cursor.next();
    const isColumn = first.name === 'multicolumn';
    cursor.star();
    if (!isColumn) cursor.optional();
    const count = spanOf(cursor.rawArgument());
    if (!isColumn) cursor.optional();
    cursor.rawArgument();
    if (!isColumn) cursor.optional();
    const inner = readCell([...cursor.argument(), ...cursor.rest()], isColoured, context);
    return isColumn ? { ...inner, columns: count } : { ...inner, rows: count };
  }
  const outer = context.onColour;
  context.onColour ||= isColoured;
  const content = context.read.inline(nodes, context);
  context.onColour = outer;
  return { content, columns: 1, rows: 1 };
}

function spanOf(text: string): number {
  const count = Math.abs(Math.trunc(Number(text)));
  return count >= 1 ? Math.min(count, widestSpan) : 1;
}

function tableOf(grid: Grid): XmlElement {
  const { rows, headers } = withoutRepeats(grid);
  const lines = placeSpans(rows).map((cells, i) =>
    element(
      'tr',
      {},
      cells.map(({ content, columns, rows: height }) =>
        element(
          i < headers ? 'th' : 'td',
          {
            ...(columns > 1 ? { colspan: String(columns) } : {}),
            ...(height > 1 ? { rowspan: String(height) } : {}),
          },
          content,
        ),
      ),
    ),
  );
  return element('table', {}, [
    ...(headers > 0 ? [element('thead', {}, lines.slice(0, headers))] : []),
    element('tbody', {}, lines.slice(headers)),
  ]);
}

/** A table over several pages gives its header twice, and its foot. */
function withoutRepeats({ rows, rules: lines, ends: marks }: Grid): { rows: Row[]; headers: number } {
  const at = (kind: string): number | undefined => marks.find((mark) => mark.kind === kind)?.after;
  const first = at('endfirsthead');
  const lastMark = marks.at(-1)?.after;
  if (lastMark !== undefined) {
    const headers = first ?? at('endhead') ?? 0;
    const kept = [...rows.slice(0, headers), ...rows.slice(lastMark)];
    return { rows: kept, headers };
  }
  return { rows, headers: headerRows(lines, rows.length) };
}

/** The rows above the first rule that stands between rows, where rules divide a table at all. */
function headerRows(lines: Grid['rules'], count: number): number {
  const midrule = lines.find(({ kind, before }) => kind === 'midrule' && before > 0);
  const first = midrule ?? lines.find(({ before }) => before > 0 && before < count);
  if (!first || first.before >= count) return 0;
  // Rules behind every row tell nothing.
  const isGrid =
    !midrule && count > 2 && lines.filter(({ before }) => before > 0 && before < count).length >= count - 1;
  return isGrid ? 1 : Math.min(first.before, 3);
}

/** The empty cells below one of several rows are part of it. */
function placeSpans(rows: readonly Row[]): Cell[][] {
  const covered = new Map<number, number>();
  return rows.map(({ cells }) => {
    const kept: Cell[] = [];
    let column = 0;
    for (const cell of cells) {
      const isCovered = (covered.get(column) ?? 0) > 0;
      const isEmpty = cell.content.every((node) => typeof node === 'string' && node.trim() === '');
      if (!isCovered || !isEmpty) kept.push(cell);
      for (let i = column; i < column + cell.columns; i++) {
        const rest = (covered.get(i) ?? 0) - 1;
        covered.set(i, Math.max(rest, cell.rows - 1, 0));
      }
      column += cell.columns;
    }
    return kept;
  });
}
