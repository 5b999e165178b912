import { wholeText } from '../results/whole-text.ts';
import type { GraphStore, QueryOptions } from '../store.ts';

export type DescribedRow = Record<string, { type: string; value: string; 'xml:lang'?: string } | undefined>;

/** The rows of a SELECT. @throws GraphError as the store does */
export async function rowsOf(
  store: Pick<GraphStore, 'query'>,
  sparql: string,
  options: QueryOptions,
): Promise<DescribedRow[]> {
  const { body } = await store.query(sparql, { ...options, format: 'json' });
  const { results } = JSON.parse(await wholeText(body)) as { results?: { bindings?: DescribedRow[] } };
  return results?.bindings ?? [];
}
