import type { Format, Paper, PaperState, Problem, PublicationStatus } from '@askg/contract';
import { graphIri, paperKey } from '@askg/ddm';
import { type CatalogRow, json, text } from '../catalog/row.ts';
import type { Database } from '../catalog/sqlite.ts';
import type { ProjectionName } from '../projections/projections.ts';
import { byDocument } from '../status/logged-status.ts';
import { standingOfPaper, standingPapers } from '../status/standing-papers.ts';
import type { DocumentFacts } from './paper-commit.ts';

/** The first parameter is what the names of all papers' graphs begin with. */
const selectPapers = `
  SELECT * FROM (
    SELECT papers.key AS key, version, removed_at, papers.source AS source, papers.format AS format, ms,
      json_extract(facts, '$.title') AS title, json_extract(facts, '$.findings') AS findings,
      (SELECT json_group_array(alias ORDER BY alias) FROM aliases
       WHERE aliases.key = papers.key AND alias NOT LIKE 'key:%') AS aliases,
      (SELECT digest FROM graph_versions WHERE name = ?1 || papers.key ORDER BY number DESC LIMIT 1) AS graph,
      (SELECT json_group_object(projection, digest) FROM projected_graphs WHERE graph = ?1 || papers.key) AS projected,
      (SELECT problem FROM enrichments WHERE enrichments.key = papers.key) AS enrichment_problem
    FROM papers LEFT JOIN sources ON digest = papers.source
  ) WHERE (graph IS NOT NULL OR removed_at IS NOT NULL)`;

/** Every paper in the contract's shape, committed ones by key, then the files that wait or failed in the order they came. */
export function listPapers(catalog: Database, base: string): Paper[] {
  const papers = catalog.prepare(`${selectPapers} ORDER BY key`).all(graphIri(base, ''));
  const open = catalog
    .prepare(
      `SELECT source, format, state, problem FROM jobs JOIN sources ON digest = source
       WHERE state <> 'committed' AND graph IS NULL ORDER BY position`,
    )
    .all();
  const statuses = standingPapers(catalog);
  return [...papers.map((row) => toPaper(row, statuses.get(String(row['key'])))), ...open.map(toOpenPaper)];
}

/** The paper with this key if it is committed or removed; between a lifted tombstone and the next reading it is neither. */
export function findPaper(catalog: Database, base: string, key: string): Paper | undefined {
  const row = catalog.prepare(`${selectPapers} AND key = ?2`).get(graphIri(base, ''), key);
  return row && toPaper(row, standingOfPaper(catalog, key));
}

function toPaper(row: CatalogRow, status: PublicationStatus | undefined): Paper {
  const title = text(row, 'title');
  const graphDigest = text(row, 'graph');
  return {
    key: String(row['key']),
    aliases: json(row, 'aliases') as string[],
    ...(title === undefined ? {} : { title }),
    format: row['format'] as Format,
    source: String(row['source']),
    state: row['removed_at'] === null ? howFar(row, graphDigest) : 'removed',
    version: Number(row['version']),
    ...(graphDigest === undefined ? {} : { graphDigest }),
    ms: (json(row, 'ms') ?? {}) as Paper['ms'],
    findings: [
      ...((json(row, 'findings') ?? []) as DocumentFacts['findings']),
      ...enrichmentFindings(row),
      ...statusFindings(status),
    ],
    ...(status === undefined ? {} : { status }),
  };
}

/** Why the paper was left without suggestions, where a model was asked for some in vain. */
function enrichmentFindings(row: CatalogRow): DocumentFacts['findings'] {
  const problem = json(row, 'enrichment_problem') as Problem | undefined;
  if (!problem) return [];
  return [
    {
      code: 'corpus/not-enriched',
      severity: 'warning',
      message: `${problem.title} (${problem.code}): ${problem.detail}`,
    },
  ];
}

/** That a paper says it of itself: nobody has looked at it yet. */
function statusFindings(status: PublicationStatus | undefined): DocumentFacts['findings'] {
  if (status?.source !== byDocument) return [];
  const message = `The corpus has it from a document that the paper is ${status.status}.`;
  return [{ code: 'corpus/status-by-document', severity: 'warning', message }];
}

/** A projection counts once it holds the graph that stands. */
function howFar(row: CatalogRow, graphDigest: string | undefined): PaperState {
  const projected = json(row, 'projected') as Partial<Record<ProjectionName, string>>;
  if (projected.passages !== graphDigest) return 'committed';
  return projected.vectors === graphDigest ? 'embedded' : 'indexed';
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
