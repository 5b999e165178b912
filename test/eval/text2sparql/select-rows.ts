import { type GraphStore, wholeText } from '@askg/graph';

type ResultsJson = { boolean?: boolean; results?: { bindings: Record<string, { value: string }>[] } };

/** The rows of a SELECT by name of column; of an ASK one row with the column `answer`. */
export async function selectRows(store: GraphStore, sparql: string): Promise<Record<string, string>[]> {
  const { body } = await store.query(sparql, { format: 'json' });
  const { boolean, results } = JSON.parse(await wholeText(body)) as ResultsJson;
  if (boolean !== undefined) return [{ answer: String(boolean) }];
  return (results?.bindings ?? []).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
  );
}
