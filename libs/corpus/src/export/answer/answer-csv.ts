import { type Answer, type AnswerTable, type Citation, type Row, statusWords } from '@askg/contract';
import { csv } from '../csv/csv.ts';
import type { ExportedAnswer } from './exported-answer.ts';
import { cellText } from './table-cells.ts';

/**
 * An answer as CSV: its table, each aspect with the addresses of the quotes that a cell rests on; without a table its result
 * rows with their sources; without these each claim with its quotes.
 */
export function answerCsv({ answer, statuses }: ExportedAnswer): string {
  if (answer.table !== undefined) return csv(tableRecords(answer.table, answer, statuses));
  const rows = answer.claims.flatMap((claim) => claim.rows);
  return csv(rows.length > 0 ? rowRecords(rows) : claimRecords(answer));
}

/** A column of its own tells what became of papers, where one of them is not in good standing. */
function tableRecords(
  { aspects, rows }: AnswerTable,
  { claims }: Answer,
  statuses: ExportedAnswer['statuses'],
): string[][] {
  const told = rows.map(({ paper }) => statuses?.get(paper));
  const hasStatus = told.some((status) => status !== undefined);
  const heading = [
    'paper',
    'title',
    ...(hasStatus ? ['status'] : []),
    ...aspects.flatMap((aspect) => [aspect, `${aspect}: quotes`]),
  ];
  const records = rows.map(({ paper, title, cells }, i) => {
    const status = told[i];
    return [
      paper,
      title,
      ...(hasStatus ? [status === undefined ? '' : statusWords(status)] : []),
      ...cells.flatMap((cell) => {
        const cited = cell.claims.flatMap((at) => claims[at]?.citations ?? []);
        return [cellText(cell), addresses(cited)];
      }),
    ];
  });
  return [heading, ...records];
}

/** Rows of several queries stand below one another, with the number of the query before each. */
function rowRecords(rows: readonly Row[]): string[][] {
  const columns = [...new Set(rows.flatMap(({ bindings }) => Object.keys(bindings)))];
  const isOfSeveral = new Set(rows.map(({ query }) => query)).size > 1;
  const heading = [...(isOfSeveral ? ['query'] : []), ...columns, 'sources'];
  const records = rows.map(({ query, bindings, sources }) => [
    ...(isOfSeveral ? [String(query)] : []),
    ...columns.map((column) => bindings[column]?.value ?? ''),
    addresses(sources),
  ]);
  return [heading, ...records];
}

function claimRecords({ claims }: Answer): string[][] {
  const heading = ['claim', 'support', 'quote', 'paper', 'title', 'section', 'source'];
  const records = claims.flatMap(({ text, support, citations }) =>
    (citations.length > 0 ? citations : [undefined]).map((citation) => [
      text,
      support.label,
      citation?.quote ?? '',
      citation?.paper ?? '',
      citation?.title ?? '',
      citation?.section ?? '',
      citation?.iri ?? '',
    ]),
  );
  return [heading, ...records];
}

/** Addresses of quotes, each once. An IRI holds no blank. */
function addresses(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ iri }) => iri))].join(' ');
}
