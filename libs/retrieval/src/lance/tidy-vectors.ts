import { Index, type Table } from '@lancedb/lancedb';
import type { FixedSizeList } from 'apache-arrow';
import { flatLimit, indexBits, keepVersionsMs, partitionsFor } from './table-tuning.ts';
import { vectorIndex, vectorIndexName } from './vector-search.ts';

/** What of earlier versions of a table may go. @param now what time it is */
export function cleanup(now: Date): { cleanupOlderThan: Date } {
  return { cleanupOlderThan: new Date(now.getTime() - keepVersionsMs) };
}

/** Joins the small files of a table of vectors, and brings its index up to date. @param now what time it is */
export async function tidyVectors(table: Table, now: Date): Promise<void> {
  await partition(table);
  await table.optimize(cleanup(now));
}

/** Sorts the vectors of a table into partitions, anew when it has grown to twice what they were made for. */
async function partition(table: Table): Promise<void> {
  const rows = await table.countRows();
  if (rows <= flatLimit) return;
  const standing = await vectorIndex(table);
  const partitions = partitionsFor(rows);
  if (standing && partitions < 2 * standing.partitions) return;
  const name = vectorIndexName(partitions);
  await table.createIndex('vector', { config: await indexOf(table, partitions), name });
  if (standing && standing.name !== name) await table.dropIndex(standing.name);
}

/** Shortened numbers where the engine can shorten them, which it does eight at a time; else the vectors as they are. */
async function indexOf(table: Table, numPartitions: number): Promise<Index> {
  const field = (await table.schema()).fields.find(({ name }) => name === 'vector');
  const length = (field?.type as FixedSizeList | undefined)?.listSize ?? 1;
  if (length % 8 > 0) return Index.ivfFlat({ distanceType: 'cosine', numPartitions });
  return Index.ivfRq({ distanceType: 'cosine', numPartitions, numBits: indexBits });
}
