import type { Query } from './filter-query.ts';
import { type OpenSearchClient, patiently } from './open-search-client.ts';

export type Hit<T> = { _index: string; _score: number; _source: T };
export type SearchReply<T> = { hits: { hits: (Hit<T> & { sort?: unknown[] })[] } };

const pageSize = 1000;

/**
 * Searches that see all of an index or none: a part that cannot be reached is an error, not a shorter list. An index that
 * is not there holds nothing.
 */
export const whole = 'ignore_unavailable=true&allow_partial_search_results=false';

/** Everything that a query finds, by its place in its paper. @param fields all when left out */
export async function allOf<T>(
  client: OpenSearchClient,
  index: string,
  query: Query,
  fields: readonly string[] | true = true,
): Promise<Hit<T>[]> {
  const found: Hit<T>[] = [];
  let after: unknown[] | undefined;
  do {
    const { hits } = await client.send<SearchReply<T>>({
      ...patiently,
      method: 'POST',
      path: `/${index}/_search?${whole}`,
      body: {
        query,
        size: pageSize,
        _source: fields,
        sort: [{ ordinal: 'asc' }, { iri: 'asc' }],
        ...(after ? { search_after: after } : {}),
      },
    });
    found.push(...hits.hits);
    after = hits.hits.length < pageSize ? undefined : hits.hits.at(-1)?.sort;
  } while (after);
  return found;
}

type GraphCounts = {
  aggregations?: { graphs: { after_key?: object; buckets: { key: { graph: string }; doc_count: number }[] } };
};

/** How many documents of an index belong to each graph. */
export async function countGraphs(client: OpenSearchClient, index: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after: object | undefined;
  do {
    const composite = {
      size: pageSize,
      sources: [{ graph: { terms: { field: 'graph' } } }],
      ...(after ? { after } : {}),
    };
    const { aggregations } = await client.send<GraphCounts>({
      ...patiently,
      method: 'POST',
      path: `/${index}/_search?${whole}`,
      body: { size: 0, aggs: { graphs: { composite } } },
    });
    for (const { key, doc_count: count } of aggregations?.graphs.buckets ?? []) counts.set(key.graph, count);
    after = aggregations?.graphs.after_key;
  } while (after);
  return counts;
}
