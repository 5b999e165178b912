import type { StatusStatement } from '@askg/contract';
import { CorpusError } from '../../corpus-error.ts';
import { plainDoi, statementOf } from '../statement-of.ts';
import { csvRows } from './csv-rows.ts';
import { faultOf, type FeedRow } from './feed-row.ts';

/** The columns of the CSV file of Retraction Watch, as Crossref gives it out, that are read; the first two must be there. */
const columns = [
  'originalpaperdoi',
  'retractionnature',
  'originalpaperpubmedid',
  'retractiondate',
  'retractiondoi',
  'retractionpubmedid',
  'reason',
] as const;
type Column = (typeof columns)[number];

const natures = new Map<string, StatusStatement['status']>([
  ['retraction', 'retracted'],
  ['expression of concern', 'expression-of-concern'],
  ['correction', 'corrected'],
  ['reinstatement', 'none'],
]);

/** Code units of a reason that are kept. */
const longestReason = 2000;

/** The rows of the CSV file of Retraction Watch. @throws CorpusError corpus/unknown-feed where columns are missing */
export async function* retractionWatchRows(text: AsyncIterable<string>): AsyncGenerator<FeedRow, void> {
  let places: ReadonlyMap<Column, number> | undefined;
  let width = 0;
  for await (const row of csvRows(text)) {
    const { line } = row;
    if ('fault' in row) {
      yield row;
      continue;
    }
    if (!places) {
      places = placesOf(row.fields);
      width = row.fields.length;
      continue;
    }
    const { fields } = row;
    const isWhole = fields.length <= width || fields.slice(width).every((field) => field === '');
    const at = (column: Column): string => cell(fields[places?.get(column) ?? -1]);
    const needed = Math.max(places.get('originalpaperdoi') ?? 0, places.get('retractionnature') ?? 0);
    if (!isWhole || fields.length <= needed) {
      yield { line, fault: `The row has ${fields.length} fields, the head of the table ${width}.` };
    } else yield { line, ...said(at) };
  }
}

function placesOf(head: readonly string[]): Map<Column, number> {
  const names = head.map((name) => name.trim().toLowerCase());
  const places = new Map(columns.map((column) => [column, names.indexOf(column)] as const).filter(([, i]) => i !== -1));
  if (places.has('originalpaperdoi') && places.has('retractionnature')) return places;
  throw new CorpusError('corpus/unknown-feed', 'The first row does not name OriginalPaperDOI and RetractionNature.');
}

/** A field in which the database says "nothing" in one of its ways is empty. */
function cell(text = ''): string {
  const value = text.trim();
  return /^(?:unavailable|none|n\/a|0)?$/i.test(value) ? '' : value;
}

type Said = FeedRow extends infer Row ? (Row extends unknown ? Omit<Row, 'line'> : never) : never;

function said(at: (column: Column) => string): Said {
  const status = natures.get(at('retractionnature').toLowerCase().replaceAll(/\s+/g, ' '));
  if (status === undefined) return faultOf('RetractionNature', at('retractionnature'));
  const [doi, pmid] = [at('originalpaperdoi'), at('originalpaperpubmedid')];
  if (doi === '' && pmid === '') return { unnamed: true };
  const plain = plainDoi(doi);
  if (doi !== '' && plain === undefined) return faultOf('OriginalPaperDOI', doi);
  if (pmid !== '' && !/^\d{1,9}$/.test(pmid)) return faultOf('OriginalPaperPubMedID', pmid);
  const date = dayOf(at('retractiondate'));
  if (date === undefined) return faultOf('RetractionDate', at('retractiondate'));
  const reason = reasonOf(at('reason'));
  const notice = noticeOf(at('retractiondoi'), at('retractionpubmedid'));
  try {
    const statement = statementOf({
      status,
      ...(date === '' ? {} : { date }),
      ...(reason === '' ? {} : { reason }),
      ...(notice === '' ? {} : { notice }),
    });
    const works = [...(plain === undefined ? [] : [`doi:${plain}`]), ...(pmid === '' ? [] : [`pmid:${pmid}`])];
    return { works, said: statement };
  } catch (error) {
    if (error instanceof CorpusError) return { fault: error.message };
    throw error;
  }
}

/** `3/14/2021 0:00`, the form of the file, or `2021-03-14`, as a day; empty without one, undefined for anything else. */
function dayOf(text: string): string | undefined {
  if (text === '') return '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return iso.slice(1, 4).join('-');
  const [, month = '', day = '', year] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `+Error in Data;+Error in Results;` as one text. */
function reasonOf(text: string): string {
  const reasons = text.split(';').map((each) => each.trim().replace(/^\+\s*/, ''));
  return reasons
    .filter((each) => each !== '')
    .join('; ')
    .slice(0, longestReason);
}

/** The notice by its DOI, else by its number in PubMed; a notice that has neither is no reason to refuse the row. */
function noticeOf(doi: string, pmid: string): string {
  return plainDoi(doi) ?? (/^\d{1,9}$/.test(pmid) ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : '');
}
