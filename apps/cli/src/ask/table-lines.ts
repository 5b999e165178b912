import { type Answer, type AnswerTable, type Citation, statusWords } from '@askg/contract';
import { cellParts, cellText } from '@askg/corpus';
import { table as columns } from '../shell/table.ts';

/** Characters of a line, and of a value that stands in a column. */
const widest = 100;
const widestValue = 40;
const indent = '  ';

/** A table of papers as lines for a person: in columns where that fits, else a list of aspects for each paper. */
export function tableLines(table: AnswerTable, { claims }: Answer): string[] {
  const rows = table.rows.map(({ title, cells }) => ({
    title: `${title}${standingOf(cells, claims)}`,
    cells: cells.map((cell) =>
      cell.text === ''
        ? `(${cellText(cell)})`
        : cellParts(cell, claims)
            .map(({ separator, text, citations }) => `${separator}${text.replaceAll(/\s+/g, ' ')}${numbers(citations)}`)
            .join(''),
    ),
  }));
  const isShort = rows.every(({ cells }) => cells.every((text) => [...text].length <= widestValue));
  const aligned = columns(
    [['paper', ...table.aspects], ...rows.map(({ title, cells }) => [title, ...cells])],
    widestValue,
  );
  if (isShort && aligned.every((line) => [...line].length <= widest)) return aligned;
  return rows.flatMap(({ title, cells }, i) => [
    ...(i === 0 ? [] : ['']),
    ...wrap(title, ''),
    ...cells.flatMap((text, at) => [`${indent}${table.aspects[at] ?? ''}:`, ...wrap(text, indent.repeat(2))]),
  ]);
}

/** What became of the paper, as its quotes tell it. */
function standingOf(cells: AnswerTable['rows'][number]['cells'], claims: Answer['claims']): string {
  const cited = cells.flatMap((cell) => cell.claims.flatMap((at) => claims[at]?.citations ?? []));
  const status = cited.find((citation) => citation.status !== undefined)?.status;
  return status === undefined ? '' : ` (${statusWords(status)})`;
}

function numbers(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ n }) => n))].map((n) => ` [${n}]`).join('');
}

/** Lines of whole words; a word that is longer than a line stands alone. */
function wrap(text: string, before: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= widest) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(`${before}${word}`);
  }
  return lines;
}
