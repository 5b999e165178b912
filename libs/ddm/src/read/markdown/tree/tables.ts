import type { Table } from 'mdast';
import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { TableSource } from '../source/protected.ts';
import type { MarkdownContext } from './context.ts';

export type Caption = { content: XmlNode[]; labels: string[] };

/** A table of pipes. */
export function readPipeTable(table: Table, caption: Caption | undefined, context: MarkdownContext): XmlElement {
  const rows = table.children.map((row) => row.children.map((cell) => context.readers.inlines(cell.children, context)));
  return tableWrap(rows, 1, caption, context);
}

/** A table of columns, whose cells are still Markdown. */
export function readColumnTable(
  source: TableSource,
  caption: Caption | undefined,
  context: MarkdownContext,
): XmlElement {
  const rows = source.rows.map((row) => row.map((cell) => context.readers.fragment(cell, context)));
  return tableWrap(rows, source.headerRows, caption, context);
}

function tableWrap(
  rows: readonly XmlNode[][][],
  headerRows: number,
  caption: Caption | undefined,
  context: MarkdownContext,
): XmlElement {
  // A table without a header has one of empty cells.
  const isEmpty = rows.slice(0, headerRows).every((row) => row.every((cell) => cell.length === 0));
  const head = isEmpty ? [] : rows.slice(0, headerRows);
  const line = (cells: readonly XmlNode[][], name: string): XmlElement =>
    element(
      'tr',
      {},
      cells.map((cell) => element(name, {}, cell)),
    );
  const grid = element('table', {}, [
    ...(head.length > 0
      ? [
          element(
            'thead',
            {},
            head.map((row) => line(row, 'th')),
          ),
        ]
      : []),
    element(
      'tbody',
      {},
      rows.slice(headerRows).map((row) => line(row, 'td')),
    ),
  ]);
  if (!caption) return element('table-wrap', {}, [grid]);
  const number = context.labels.next('Table', caption.labels);
  return element('table-wrap', {}, [
    element('label', {}, [`Table ${number}`]),
    element('caption', {}, [element('p', {}, caption.content)]),
    grid,
  ]);
}
