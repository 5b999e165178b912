import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { leanNQuads } from '@askg/ddm';
import { GraphError } from '../graph-error.ts';
import type { FeedGraph, GraphFeed } from '../oxigraph/graph-feed.ts';
import { externalLabel, projectionLabel, resourceLabel } from './names.ts';
import { propertyGraph, type PropertyGraph } from './property-graph.ts';

export type Neo4jOptions = {
  /** Such as `neo4j://127.0.0.1:7687`, or `bolt://…` for a single server. */
  url: string;
  /** Without it the server has to let anybody in. */
  user?: string;
  password?: string;
  /** The home database of the user when absent. */
  database?: string;
};

/** What one step brought: graphs that were written or removed, of all that differed. */
export type ProjectionProgress = { done: number; total: number; graph: string };
export type ProjectionOptions = { signal?: AbortSignal; onProgress?: (progress: ProjectionProgress) => void };
/** What stands when a step is done: the commit, and the graphs that could not be read and were left as they were. */
export type StepResult = { commit: number; damaged: { graph: string; detail: string }[] };

const batchSize = 5000;

/**
 * The corpus as a property graph in Neo4j: a projection, which can be thrown away. Each named graph is written in one
 * transaction with a mark that says which version of it stands, so that a run that was ended goes on where it was, what was
 * missed while the server was down is caught up, and the same version is never written twice.
 */
export class Neo4jProjection {
  readonly #options: Neo4jOptions;
  readonly #indexed = new Set<string>();
  #driver: Promise<Driver> | undefined;

  constructor(options: Neo4jOptions) {
    this.#options = options;
  }

  /** The version of each graph that stands. @throws GraphError `graph/unreachable` */
  async standing(): Promise<Map<string, string>> {
    const { records } = await this.#run(`MATCH (p:${projectionLabel}) RETURN p.graph AS graph, p.digest AS digest`);
    return new Map(records.map((record) => [record.get('graph') as string, record.get('digest') as string]));
  }

  /** How many graphs differ from what the corpus holds now. @throws GraphError `graph/unreachable` */
  async behind(feed: Pick<GraphFeed, 'snapshot'>): Promise<number> {
    const { graphs } = await feed.snapshot();
    const standing = await this.standing();
    const changed = graphs.filter(({ name, digest }) => standing.get(name) !== digest).length;
    const names = new Set(graphs.map(({ name }) => name));
    return changed + [...standing.keys()].filter((name) => !names.has(name)).length;
  }

  /**
   * Brings Neo4j to what the corpus holds now.
   * A graph whose file is damaged is told, and the others are written.
   * @throws GraphError `graph/unreachable`, `graph/server-refused`, `graph/cancelled`
   */
  async bringInStep(feed: GraphFeed, options: ProjectionOptions = {}): Promise<StepResult> {
    const { commit, graphs } = await feed.snapshot();
    await this.#prepare();
    const standing = await this.standing();
    const names = new Set(graphs.map(({ name }) => name));
    const gone = [...standing.keys()].filter((name) => !names.has(name));
    const changed = graphs.filter(({ name, digest }) => standing.get(name) !== digest);
    const steps: { graph: string; take: () => Promise<void> }[] = [
      ...gone.map((name) => ({ graph: name, take: () => this.#remove(name) })),
      ...changed.map((graph) => ({ graph: graph.name, take: () => this.#put(feed, graph) })),
    ];
    const damaged: StepResult['damaged'] = [];
    for (const [done, { graph, take }] of steps.entries()) {
      if (options.signal?.aborted) throw new GraphError('graph/cancelled', 'The projection was stopped; it can go on.');
      try {
        await take();
      } catch (error) {
        if (!(error instanceof DamagedGraph)) throw error;
        damaged.push({ graph, detail: error.message });
      }
      options.onProgress?.({ done: done + 1, total: steps.length, graph });
    }
    if (steps.length > 0) {
      await this.#run(
        `MATCH (n:${externalLabel}) WHERE NOT (n)--() CALL (n) { DELETE n } IN TRANSACTIONS`,
        {},
        'alone',
      );
    }
    return { commit, damaged };
  }

  /** Removes all that askg has put there, and nothing else. */
  async clear(): Promise<void> {
    for (const label of [projectionLabel, resourceLabel]) {
      await this.#run(`MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS`, {}, 'alone');
    }
  }

  async close(): Promise<void> {
    const driver = await this.#driver;
    await driver?.close();
  }

  async #prepare(): Promise<void> {
    await this.#run(`CREATE CONSTRAINT askg_iri IF NOT EXISTS FOR (n:${resourceLabel}) REQUIRE n.iri IS UNIQUE`);
    await this.#run(`CREATE CONSTRAINT askg_graph IF NOT EXISTS FOR (n:${projectionLabel}) REQUIRE n.graph IS UNIQUE`);
    await this.#run(`CREATE INDEX askg_graph_of IF NOT EXISTS FOR (n:${resourceLabel}) ON (n.graph)`);
    await this.#run('CREATE FULLTEXT INDEX askg_text IF NOT EXISTS FOR (n:Sentence|TableRow) ON EACH [n.text]');
    await this.#run('CALL db.awaitIndexes(60)');
  }

  async #put(feed: GraphFeed, { name, digest }: FeedGraph): Promise<void> {
    const graph = await readPropertyGraph(feed, digest);
    await this.#index(graph);
    await this.#write(async (transaction) => {
      const before = await transaction.run(`MATCH (p:${projectionLabel} {graph: $name}) RETURN p.types AS types`, {
        name,
      });
      const earlier = before.records.flatMap((record) => record.get('types') as string[]);
      await writeNodes(transaction, graph, { name, digest });
      await writeRelationships(transaction, graph, { name, digest });
      const types = [...new Set(graph.relationships.map(({ type }) => type))];
      await removeStale(transaction, [...new Set([...earlier, ...types])], { name, digest });
      await transaction.run(`MERGE (p:${projectionLabel} {graph: $name}) SET p.digest = $digest, p.types = $types`, {
        name,
        digest,
        types,
      });
    });
  }

  async #remove(name: string): Promise<void> {
    await this.#write(async (transaction) => {
      const before = await transaction.run(`MATCH (p:${projectionLabel} {graph: $name}) RETURN p.types AS types`, {
        name,
      });
      const types = before.records.flatMap((record) => record.get('types') as string[]);
      await removeStale(transaction, types, { name, digest: '' });
      await transaction.run(`MATCH (p:${projectionLabel} {graph: $name}) DELETE p`, { name });
    });
  }

  /** An index for each new type of relationship, by which those of one graph are found. */
  async #index({ relationships }: PropertyGraph): Promise<void> {
    for (const { type } of relationships) {
      if (this.#indexed.has(type)) continue;
      this.#indexed.add(type);
      await this.#run(`CREATE INDEX askg_of_${type.toLowerCase()} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.graph)`);
    }
  }

  async #write(work: (transaction: ManagedTransaction) => Promise<void>): Promise<void> {
    const driver = await this.#connect();
    const session = driver.session(this.#database());
    try {
      await session.executeWrite(work);
    } catch (error) {
      throw this.#explain(error);
    } finally {
      await session.close();
    }
  }

  /** @param how `alone`: not in a transaction of the driver, as statements are that make transactions of their own */
  async #run(text: string, parameters: Record<string, unknown> = {}, how: 'managed' | 'alone' = 'managed') {
    try {
      const driver = await this.#connect();
      if (how === 'managed') return await driver.executeQuery(text, parameters, this.#database());
      const session = driver.session(this.#database());
      try {
        return await session.run(text, parameters);
      } finally {
        await session.close();
      }
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #connect(): Promise<Driver> {
    this.#driver ??= openDriver(this.#options);
    return this.#driver;
  }

  #database(): { database?: string } {
    const { database } = this.#options;
    return database === undefined ? {} : { database };
  }

  /** A password that is wrong, or a right that is missing, is not mended by waiting. */
  #explain(error: unknown): GraphError {
    const { message, code = '' } = error as { message?: string; code?: string };
    const where = new URL(this.#options.url).host;
    const detail = `Neo4j at ${where}: ${message ?? String(error)}${code === '' ? '' : ` (${code})`}`;
    const isRefused = code.startsWith('Neo.ClientError.');
    return new GraphError(isRefused ? 'graph/server-refused' : 'graph/unreachable', detail, { cause: error });
  }
}

/** The driver is loaded with the first connection: it takes 29 MiB, and few servers have a Neo4j beside them. */
async function openDriver({ url, user, password }: Neo4jOptions): Promise<Driver> {
  const { default: neo4j } = await import('neo4j-driver');
  const auth = user === undefined ? undefined : neo4j.auth.basic(user, password ?? '');
  return neo4j.driver(url, auth, {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: 10_000,
    connectionTimeout: 5000,
    maxTransactionRetryTime: 15_000,
    userAgent: 'askg',
  });
}

/** The file of a graph cannot be read, or is not what was stored. */
class DamagedGraph extends Error {}

async function readPropertyGraph(feed: GraphFeed, digest: string): Promise<PropertyGraph> {
  try {
    return propertyGraph(leanNQuads(await feed.readGraph(digest)));
  } catch (cause) {
    throw new DamagedGraph(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

type Version = { name: string; digest: string };

async function writeNodes(transaction: ManagedTransaction, graph: PropertyGraph, version: Version): Promise<void> {
  const byLabels = Map.groupBy(graph.nodes, ({ labels }) => labels.join(':'));
  for (const [labels, nodes] of byLabels) {
    for (const rows of batches(nodes)) {
      // The labels are names of classes in our ontology; all else is a parameter.
      await transaction.run(
        `UNWIND $rows AS row MERGE (n:${resourceLabel} {iri: row.iri})
         SET n = row.properties, n.iri = row.iri, n.graph = $name, n.revision = $digest, n:${labels}
         REMOVE n:${externalLabel}`,
        { rows: rows.map(({ iri, properties }) => ({ iri, properties })), ...version },
      );
    }
  }
}

async function writeRelationships(
  transaction: ManagedTransaction,
  graph: PropertyGraph,
  version: Version,
): Promise<void> {
  const byType = Map.groupBy(graph.relationships, ({ type }) => type);
  for (const [type, relationships] of byType) {
    for (const rows of batches(relationships)) {
      await transaction.run(
        `UNWIND $rows AS row
         MERGE (from:${resourceLabel} {iri: row.from}) ON CREATE SET from:${externalLabel}
         MERGE (to:${resourceLabel} {iri: row.to}) ON CREATE SET to:${externalLabel}
         MERGE (from)-[r:${type} {graph: $name}]->(to) SET r.revision = $digest`,
        { rows, ...version },
      );
    }
  }
}

/** Removes what earlier versions of a graph left; with an empty digest all of it. */
async function removeStale(transaction: ManagedTransaction, types: string[], version: Version): Promise<void> {
  for (const type of types) {
    await transaction.run(`MATCH ()-[r:${type}]->() WHERE r.graph = $name AND r.revision <> $digest DELETE r`, version);
  }
  await transaction.run(
    `MATCH (n:${resourceLabel}) WHERE n.graph = $name AND n.revision <> $digest DETACH DELETE n`,
    version,
  );
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
