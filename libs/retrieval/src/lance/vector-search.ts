import type { Table } from '@lancedb/lancedb';
import { flatLimit, probesFor, refined } from './table-tuning.ts';

/** Name of the index over the vectors; it ends with the number of partitions that it was made with. */
const indexName = /^vectors-(\d+)$/;

export function vectorIndexName(partitions: number): string {
  return `vectors-${partitions}`;
}

/** The index over a table of vectors, and how many it has taken in; undefined while the table is searched row by row. */
export async function vectorIndex(
  table: Table,
): Promise<{ name: string; partitions: number; rows: number } | undefined> {
  for (const { name, numIndexedRows } of await table.listIndices()) {
    const partitions = Number(indexName.exec(name)?.[1]);
    if (partitions > 0) return { name, partitions, rows: numIndexedRows ?? 0 };
  }
  return undefined;
}

/**
 * The nearest rows by cosine, best first; the index only chooses which vectors are compared. Where a filter leaves few rows they are compared one by one, which is exact;
 * an index would look for them in the wrong partitions.
 */
export async function nearest(
  table: Table,
  vector: Float32Array,
  limit: number,
  where: string | undefined,
): Promise<{ iri: string; graph: string; score: number }[]> {
  const query = table
    .query()
    .nearestTo(vector)
    .distanceType('cosine')
    .select(['iri', 'graph', '_distance'])
    .limit(limit);
  const index = await vectorIndex(table);
  if (index) query.nprobes(probesFor(index.partitions)).refineFactor(refined);
  if (where !== undefined) {
    query.where(where);
    if (index && (await table.countRows(where)) <= flatLimit) query.bypassVectorIndex();
  }
  const rows = (await query.toArray()) as { iri: string; graph: string; _distance: number }[];
  return rows
    .map(({ iri, graph, _distance }) => ({ iri, graph, score: 1 - _distance }))
    .toSorted((a, b) => b.score - a.score || (a.iri < b.iri ? -1 : 1));
}
