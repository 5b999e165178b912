import type { CitationMark, TableCell } from '@askg/contract';

/** A cell as it stands in the JSON literal of its row: a span of 1 is left out. */
export type CellValue = {
  citations?: CitationMark[];
  columnSpan?: number;
  rowSpan?: number;
  text: string;
};

/** Keys come in alphabetical order, so that the literal is in the canonical form of JSON (RFC 8785). */
export function cellValues(cells: readonly TableCell[]): CellValue[] {
  return cells.map(({ text, rowSpan, columnSpan, citations }) => ({
    ...(citations?.length ? { citations: citations.map(orderedMark) } : {}),
    ...(columnSpan === 1 ? {} : { columnSpan }),
    ...(rowSpan === 1 ? {} : { rowSpan }),
    text,
  }));
}

/** The inverse of `cellValues`. */
export function cellsOf(values: readonly CellValue[]): TableCell[] {
  return values.map(({ text, rowSpan = 1, columnSpan = 1, citations }) => ({
    text,
    rowSpan,
    columnSpan,
    ...(citations ? { citations } : {}),
  }));
}

function orderedMark(mark: CitationMark): CitationMark {
  const { end, marker, references, start } = mark;
  return { end, ...(mark.function === undefined ? {} : { function: mark.function }), marker, references, start };
}
