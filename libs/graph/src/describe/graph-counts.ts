import { wholeText } from '../results/whole-text.ts';
import type { GraphStore, QueryResult } from '../store.ts';

/** How much one named graph holds. */
export type GraphCounts = {
  triples: number;
  /** Subjects that have a class here. Where several graphs speak of one thing, one of them says what it is. */
  entities: number;
  /** Entities by class. */
  classes: ReadonlyMap<string, number>;
  /** Triples by property. */
  properties: ReadonlyMap<string, number>;
};

const byProperty = 'SELECT ?g ?of (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?of ?o } } GROUP BY ?g ?of';
const byClass = 'SELECT ?g ?of (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a ?of } } GROUP BY ?g ?of';
const entities = 'SELECT ?g (COUNT(DISTINCT ?s) AS ?n) WHERE { GRAPH ?g { ?s a ?c } } GROUP BY ?g';

type Row = { g: string; of: string; n: number };

/**
 * Counts what some graphs hold, by three queries that look at these graphs only. A graph that is not there holds nothing.
 * @param graphs IRIs of named graphs; few enough that the queries are short
 * @returns the counts by graph, and the newest commit that a count was taken from
 * @throws GraphError as the store does
 */
export async function countGraphs(
  store: Pick<GraphStore, 'query'>,
  graphs: readonly string[],
  options: { atLeastCommit?: number; signal?: AbortSignal } = {},
): Promise<{ commit: number; counts: Map<string, GraphCounts> }> {
  const readable = new Set(graphs);
  let commit = 0;
  const rows: Row[][] = [];
  // One after the other: the engines are there for the clients.
  for (const query of [byProperty, byClass, entities]) {
    const result = await store.query(query, { format: 'json', readable, ...options });
    commit = Math.max(commit, result.commit);
    rows.push(await rowsOf(result));
  }
  const [ofProperties, ofClasses, ofEntities] = rows.map((each) => Map.groupBy(each, ({ g }) => g));
  const counts = graphs.map((graph): [string, GraphCounts] => {
    const properties = countsOf(ofProperties?.get(graph));
    return [
      graph,
      {
        triples: sum(properties.values()),
        entities: ofEntities?.get(graph)?.[0]?.n ?? 0,
        classes: countsOf(ofClasses?.get(graph)),
        properties,
      },
    ];
  });
  return { commit, counts: new Map(counts) };
}

/** What several graphs hold together, where no statement and no class of an entity stands in two of them. */
export function addCounts(all: Iterable<GraphCounts>): GraphCounts {
  const counts = [...all];
  return {
    triples: sum(counts.map(({ triples }) => triples)),
    entities: sum(counts.map((each) => each.entities)),
    classes: addMaps(counts.map(({ classes }) => classes)),
    properties: addMaps(counts.map(({ properties }) => properties)),
  };
}

async function rowsOf({ body }: QueryResult): Promise<Row[]> {
  const { results } = JSON.parse(await wholeText(body)) as {
    results: { bindings: Record<string, { value: string } | undefined>[] };
  };
  // A query with GROUP BY over nothing gives no row.
  return results.bindings.map(({ g, of, n }) => ({ g: g?.value ?? '', of: of?.value ?? '', n: Number(n?.value) }));
}

function countsOf(rows: readonly Row[] = []): Map<string, number> {
  return sorted(new Map(rows.map(({ of, n }) => [of, n])));
}

function addMaps(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const map of maps) for (const [key, n] of map) total.set(key, (total.get(key) ?? 0) + n);
  return sorted(total);
}

function sorted(map: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
