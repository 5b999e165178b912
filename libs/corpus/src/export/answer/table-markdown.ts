import { type AnswerTable, type Citation, statusWords } from '@askg/contract';
import type { ExportedAnswer } from './exported-answer.ts';
import { cellParts, cellText } from './table-cells.ts';

/**
 * A table as Markdown (GitHub's tables), with the numbers of the sources in each cell.
 * @param plain turns text into one line in which nothing is markup, bars included
 */
export function tableMarkdown(
  { aspects, rows }: AnswerTable,
  { answer: { claims }, statuses }: Pick<ExportedAnswer, 'answer' | 'statuses'>,
  plain: (text: string) => string,
): string {
  const heading = ['Paper', ...aspects.map(plain)];
  const records = rows.map(({ paper, title, cells }) => [
    `${plain(title)}${standingOf(statuses?.get(paper))}`,
    ...cells.map((cell) => {
      if (cell.text === '') return `*${plain(cellText(cell))}*`;
      const parts = cellParts(cell, claims);
      return parts
        .map(({ separator, text, citations }) => `${separator}${plain(text)}${numbersOf(citations)}`)
        .join('');
    }),
  ]);
  return [heading, heading.map(() => '---'), ...records].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function standingOf(status: Parameters<typeof statusWords>[0] | undefined): string {
  return status === undefined ? '' : ` (${statusWords(status)})`;
}

function numbersOf(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ n }) => n))].map((n) => ` \\[${n}\\]`).join('');
}
