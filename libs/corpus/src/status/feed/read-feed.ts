import { basename, extname } from 'node:path';
import { CorpusError } from '../../corpus-error.ts';
import { byDocument, byHand, type FeedStatement } from '../logged-status.ts';
import type { Statuses } from '../statuses.ts';
import { decodedFile } from './decoded-file.ts';
import type { FeedRow } from './feed-row.ts';
import { jsonLineRows } from './json-line-rows.ts';
import { retractionWatchRows } from './retraction-watch.ts';

/** What came of reading a feed. Rows are told by the lines of the file that they begin on, from 1. */
export type FeedReport = {
  source: string;
  /** Rows that were read, those that were not understood included. */
  rows: number;
  /** Rows about papers of the corpus. */
  matched: { line: number; key: string; isNew: boolean }[];
  /** Rows about works that are no papers of the corpus. They are kept, for works that are cited or come later. */
  unknown: number[];
  /** Rows that give no DOI and no PubMed id. */
  unnamed: number[];
  /** Rows that could not be understood, of which nothing was kept. */
  malformed: { line: number; reason: string }[];
  /** Rows that said something that had not been recorded before. */
  added: number;
  /** Whether it was stopped before the end; what is counted above is kept. */
  isStopped: boolean;
  /** The commit whose graphs hold all of it. */
  commit: number;
};

export type FeedOptions = {
  /** Name of the feed; without it that of Retraction Watch for its CSV file, else that of the file. */
  source?: string;
  signal?: AbortSignal;
  /** Called after each batch with the rows that were read so far. */
  onProgress?: (rows: number) => void;
};

/** Rows that are kept in one go. */
const batchSize = 1000;

/**
 * Reads a feed of publication statuses into the corpus: the CSV file of Retraction Watch, or JSON lines. A row is kept as a
 * whole or not at all, and one that is known already changes nothing. Works that the corpus has not are kept too.
 * @throws CorpusError corpus/unknown-feed, corpus/invalid-status for a name that no feed can have; errors of the file system
 */
export async function readFeed(statuses: Statuses, path: string, options: FeedOptions = {}): Promise<FeedReport> {
  const { signal, onProgress } = options;
  const { rows, name } = await openFeed(path, signal);
  const source = options.source ?? name;
  if (source === byHand || source === byDocument || source.trim() === '') {
    throw new CorpusError('corpus/invalid-status', `No feed can be called “${source}”.`);
  }
  const report: Omit<FeedReport, 'commit' | 'isStopped'> = {
    source,
    rows: 0,
    matched: [],
    unknown: [],
    unnamed: [],
    malformed: [],
    added: 0,
  };
  let batch: (FeedStatement & { line: number })[] = [];
  const keep = (): void => {
    for (const [i, { key, isNew }] of statuses.record(batch, source).entries()) {
      const line = batch[i]?.line ?? 0;
      if (isNew) report.added += 1;
      if (key === undefined) report.unknown.push(line);
      else report.matched.push({ line, key, isNew });
    }
    batch = [];
    onProgress?.(report.rows);
  };
  try {
    for await (const row of rows) {
      if (signal?.aborted) break;
      report.rows += 1;
      if ('works' in row) batch.push(row);
      else if ('fault' in row) report.malformed.push({ line: row.line, reason: row.fault });
      else report.unnamed.push(row.line);
      if (batch.length === batchSize) keep();
    }
    if (batch.length > 0) keep();
  } catch (error) {
    // What was kept before stands, and graphs shall not say less.
    if (report.added > 0) await statuses.follow(source);
    throw error;
  }
  return { ...report, isStopped: signal?.aborted ?? false, commit: await statuses.follow(source) };
}

async function openFeed(path: string, signal?: AbortSignal): Promise<{ rows: AsyncGenerator<FeedRow>; name: string }> {
  const text = decodedFile(path, signal);
  let head = '';
  while (!/\S/.test(head)) {
    const next = await text.next();
    if (next.done) {
      if (signal?.aborted) break;
      throw new CorpusError('corpus/unknown-feed', `${path} is empty.`);
    }
    head += next.value;
  }
  const whole = startingWith(head, text);
  const isJson = head.trimStart().startsWith('{');
  return isJson
    ? { rows: jsonLineRows(whole), name: basename(path, extname(path)) }
    : { rows: retractionWatchRows(whole), name: 'Retraction Watch' };
}

async function* startingWith(head: string, rest: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield head;
  yield* rest;
}
