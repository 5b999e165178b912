import type { Format, Paper, PaperState, Problem } from '@askg/contract';
import { graphIri, paperKey } from '@askg/ddm';
import { type CatalogRow, json } from '../catalog/row.ts';
import type { Database } from '../catalog/sqlite.ts';
import { currentDigest } from './graph-history.ts';
import type { DocumentFacts } from './paper-commit.ts';

/** Every paper in the contract's shape, committed ones by key, then the files that wait or failed in the order they came. */
export function listPapers(catalog: Database, base: string): Paper[] {
  const keys = catalog.prepare('SELECT key FROM papers ORDER BY key').all();
  const papers = keys.flatMap(({ key }) => findPaper(catalog, base, String(key)) ?? []);
  const open = catalog
    .prepare(
      `SELECT source, format, state, problem FROM jobs JOIN sources ON digest = source
       WHERE state <> 'committed' AND graph IS NULL ORDER BY position`,
    )
    .all();
  return [...papers, ...open.map(toOpenPaper)];
}

export function findPaper(catalog: Database, base: string, key: string): Paper | undefined {
  const row = catalog
    .prepare(
      `SELECT version, removed_at, papers.source AS source, papers.format AS format, facts, ms
       FROM papers LEFT JOIN sources ON digest = papers.source WHERE papers.key = ?`,
    )
    .get(key);
  if (!row) return undefined;
  const aliases = catalog
    .prepare("SELECT alias FROM aliases WHERE key = ? AND alias NOT LIKE 'key:%' ORDER BY alias")
    .all(key)
    .map(({ alias }) => String(alias));
  const facts = json(row, 'facts') as DocumentFacts | undefined;
  const graphDigest = currentDigest(catalog, graphIri(base, key));
  const title = facts?.title;
  return {
    key,
    aliases,
    ...(title === undefined ? {} : { title }),
    format: row['format'] as Format,
    source: String(row['source']),
    state: row['removed_at'] === null ? 'committed' : 'removed',
    version: Number(row['version']),
    ...(graphDigest === undefined ? {} : { graphDigest }),
    ms: (json(row, 'ms') ?? {}) as Paper['ms'],
    findings: facts?.findings ?? [],
  };
}

function toOpenPaper(row: CatalogRow): Paper {
  const problem = json(row, 'problem') as Problem | undefined;
  const source = String(row['source']);
  return {
    key: paperKey({}, source),
    aliases: [],
    format: row['format'] as Format,
    source,
    state: row['state'] as PaperState,
    version: 0,
    ms: {},
    findings: [],
    ...(problem === undefined ? {} : { problem }),
  };
}
