import type { DraftBlock, DraftCell, DraftParagraph, DraftTable } from '../../../document/draft.ts';
import { childElements, childNamed, descendantsNamed, plainText, type XmlElement } from '../../xml/tree.ts';
import { chooseAlternative } from '../text/alternatives.ts';
import type { JatsContext } from '../context.ts';
import { captionOf } from './floats.ts';
import { labelOf } from '../text/labels.ts';
import { tableNotes } from './table-notes.ts';

const gridNames = ['table', 'oasis:table', 'array'];
const rowNames = ['tr', 'oasis:row'];
const cellNames = ['td', 'th', 'oasis:entry'];
/** A span is a count of cells; more than this is damage, and would cost memory where tables are laid out. */
const widestSpan = 1000;

type Row = DraftTable['rows'][number];

/** A table with its caption, grid and notes. Several grids under one caption are one table, row after row. */
export function readTableWrap(wrap: XmlElement, context: JatsContext): DraftBlock[] {
  const lifted: DraftBlock[] = [];
  const content = childElements(wrap).flatMap((child) => chosenForms(child, context));
  const grids = content.filter(({ name }) => gridNames.includes(name));
  const feet = content.filter(({ name }) => name === 'table-wrap-foot' || name === 'fn-group' || name === 'fn');
  const kept = content.filter((child) => ['code', 'preformat', 'list', 'def-list', 'disp-quote'].includes(child.name));
  const others = content.filter((child) => ![...grids, ...feet, ...kept].includes(child));
  const caption = captionOf({ ...wrap, children: others }, context, []);
  lifted.push(...caption.lifted);
  const rows = grids.flatMap((grid) => readGrid(grid, context, lifted));
  const notes = feet.flatMap((foot) => tableNotes(foot, context, lifted));
  const shown = kept.length > 0 ? context.blocks({ ...wrap, children: kept }) : [];
  if (rows.length === 0 && shown.length === 0) {
    context.findings.count('ddm/table-image', 'info', 'Tables that the source gives as images only.');
  }
  const label = labelOf(wrap);
  return [tableOf({ label, caption: context.finish(caption), rows, notes }), ...lifted, ...shown];
}

/** A table without anything around it. */
export function readTable(grid: XmlElement, context: JatsContext): DraftBlock[] {
  const lifted: DraftBlock[] = [];
  const rows = readGrid(grid, context, lifted);
  return [tableOf({ label: undefined, caption: { text: '', marks: [] }, rows, notes: [] }), ...lifted];
}

function tableOf(parts: Pick<DraftTable, 'caption' | 'rows'> & { label: string | undefined; notes: DraftParagraph[] }) {
  const { label, ...rest } = parts;
  return { type: 'table' as const, ...(label === undefined ? {} : { label }), ...rest, boxes: [] };
}

function chosenForms(child: XmlElement, context: JatsContext): XmlElement[] {
  if (child.name !== 'alternatives') return [child];
  const { chosen, others } = chooseAlternative(child);
  for (const other of others) context.append({ ...other, name: 'alt-text' }, context.flow());
  return chosen ? [chosen] : [];
}

function readGrid(grid: XmlElement, context: JatsContext, lifted: DraftBlock[]): Row[] {
  const rows: Row[] = [];
  const columns = columnNumbers(grid);
  const visit = (parent: XmlElement, inHead: boolean): void => {
    for (const child of childElements(parent)) {
      if (rowNames.includes(child.name)) rows.push(readRow(child, inHead, context, lifted, columns));
      else if (child.name === 'tbody' && childNamed(child, 'tr') === undefined) visit(child, inHead);
      else if (/^(?:oasis:)?(?:thead|tbody|tfoot|tgroup)$/.test(child.name)) visit(child, child.name.endsWith('thead'));
      else if (!/^(?:oasis:)?(?:col|colgroup|colspec|spanspec|title)$/.test(child.name)) {
        // Text between the rows (a caption, as in HTML) is a row of one cell, so that it is not lost.
        const cell = readCell(child, context, lifted);
        if (cell.content.text !== '') rows.push({ header: false, cells: [cell], boxes: [] });
      }
    }
  };
  visit(grid, false);
  return rows;
}

function readRow(
  row: XmlElement,
  inHead: boolean,
  context: JatsContext,
  lifted: DraftBlock[],
  columns: ReadonlyMap<string, number>,
): Row {
  // What stands in a row without being a cell is one nevertheless, so that it is not lost.
  const sources = childElements(row).filter((child) => cellNames.includes(child.name) || plainText(child) !== '');
  const cells = sources.map((source) => readCell(source, context, lifted, columns));
  const header = inHead || (sources.length > 0 && sources.every(({ name }) => name === 'th'));
  return { header, cells, boxes: [] };
}

function readCell(
  source: XmlElement,
  context: JatsContext,
  lifted: DraftBlock[],
  columns: ReadonlyMap<string, number> = new Map(),
): DraftCell {
  const flow = context.flow();
  context.appendChildren(source, flow);
  lifted.push(...flow.lifted);
  const { namest, nameend, morerows } = source.attributes;
  const named = (columns.get(nameend ?? '') ?? 0) - (columns.get(namest ?? '') ?? 0) + 1;
  return {
    content: context.finish(flow),
    rowSpan: morerows === undefined ? span(source.attributes.rowspan) : span(String(Number(morerows) + 1)),
    columnSpan: namest === undefined ? span(source.attributes.colspan) : span(String(named)),
  };
}

function span(value: string | undefined): number {
  const count = Math.trunc(Number(value ?? 1));
  return count >= 1 ? Math.min(count, widestSpan) : 1;
}

/** Column names of the exchange table model, which gives spans by the names of their first and last column. */
function columnNumbers(grid: XmlElement): ReadonlyMap<string, number> {
  const colspecs = descendantsNamed(grid.name === 'oasis:table' ? grid : undefined, 'oasis:colspec');
  const names = colspecs.map(({ attributes }, i): [string, number] => [
    attributes.colname ?? '',
    Number(attributes.colnum ?? i + 1),
  ]);
  return new Map(names);
}
