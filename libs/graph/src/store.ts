import type { ResultKind } from './results/media-types.ts';

/** Result size above which a query is refused instead of cut short. */
export type ResultLimits = {
  /** Rows of a SELECT, triples of a CONSTRUCT or DESCRIBE. */
  rows: number;
  /** Bytes of the serialised result. */
  bytes: number;
};

/** The graphs of an RDF dataset by IRI, as in the protocol's `default-graph-uri` and `named-graph-uri`. */
export type DatasetGraphs = { default: readonly string[]; named: readonly string[] };

export type QueryOptions = {
  /** Accept header of the client; without it, and without `format`, the usual format of the query form. */
  accept?: string | undefined;
  /** A short name (`json`, `csv`, `turtle`, …) or media type that overrides `accept`. */
  format?: string | undefined;
  /** Ends the query with `graph/cancelled`. */
  signal?: AbortSignal | undefined;
  /** Milliseconds from the call, waiting included; never more than the store's own deadline. */
  deadlineMs?: number | undefined;
  /** The answer must come from this commit of the corpus or a later one. */
  atLeastCommit?: number | undefined;
  limits?: Partial<ResultLimits> | undefined;
  /** Absolute IRI that relative ones of the query are resolved against when it has no BASE; without it they are errors. */
  base?: string | undefined;
  /** Protocol dataset; it replaces FROM and FROM NAMED of the query. */
  graphs?: DatasetGraphs | undefined;
  /** Who asks, for fairness between clients and their limits; without it, the application itself, which has none. */
  client?: string | undefined;
  /** The graphs that the caller may read (of its collections); without it, every graph. */
  readable?: ReadonlySet<string> | undefined;
};

export type QueryResult = {
  kind: ResultKind;
  mediaType: string;
  /** Whole when small, otherwise UTF-8 chunks. Nothing is withheld: every byte has left the engine when this returns. */
  body: string | AsyncIterable<Uint8Array>;
  /** Rows of a SELECT, triples of a graph, 1 for ASK. */
  rows: number;
  bytes: number;
  /** The commit of the corpus that the answer was computed from. */
  commit: number;
  /** Milliseconds from the call to the complete result. */
  ms: number;
};

/** A graph that an engine could not load; the rest of the corpus is served. */
export type GraphProblem = { graph: string; code: string; detail: string };

export type EngineState = 'starting' | 'idle' | 'busy' | 'waiting' | 'closed';

export type EngineStatus = {
  state: EngineState;
  /** Commit that the engine has loaded; 0 while it loads for the first time. */
  commit: number;
  quads: number;
  graphs: number;
  /** Resident memory of the process in bytes, as last reported. */
  rss: number;
  /** Milliseconds that the last start took until the engine was ready. */
  startMs?: number;
  /** Whether the last start took the memory of an earlier engine over instead of loading the graphs. */
  isRestored?: boolean;
  /** While it loads: how many graphs of how many are there. */
  loading?: { graphs: number; of: number };
  pid?: number;
  /** Ends of the process that were not asked for, since the store was opened. */
  crashes: number;
  /** Why the last start failed. */
  failure?: string;
};

export type StoreStatus = {
  /** True once a query can be answered. */
  ready: boolean;
  /** The newest commit that has been shown to any client. */
  commit: number;
  engines: EngineStatus[];
  waiting: number;
  problems: GraphProblem[];
};

/** The graph as SPARQL 1.1, read-only. Every query passes the guard before an engine sees it. */
export interface GraphStore {
  /** @throws GraphError with any code of the package that concerns queries. */
  query(sparql: string, options?: QueryOptions): Promise<QueryResult>;
  /** The newest commit that has been shown to any client; it never goes back. */
  commit(): number;
  status(): StoreStatus;
  /** Ends the engines; queries under way end with `graph/closed`. */
  close(): Promise<void>;
}
