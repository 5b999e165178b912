import { CodedError } from '@askg/contract';
import { defaultGraph, namedNode, Store } from 'oxigraph';
import { GraphError } from '../graph-error.ts';
import type { GraphProblem } from '../store.ts';
import type { RestoredEngine } from './engine-image.ts';
import type { FeedChange, GraphFeed } from './graph-feed.ts';
import type { ImageGraph } from './memory-image.ts';

/** The named graphs of one engine, in step with a feed. */
export class LoadedGraphs {
  readonly store: Store;
  readonly #feed: GraphFeed;
  readonly #project: (nquads: string) => string;
  readonly #loaded = new Map<string, ImageGraph>();
  readonly #problems = new Map<string, GraphProblem>();
  #commit = 0;

  /** @param restored what is there already */
  constructor(feed: GraphFeed, project: (nquads: string) => string, restored?: RestoredEngine) {
    this.#feed = feed;
    this.#project = project;
    this.store = restored?.store ?? new Store();
    for (const graph of restored?.graphs ?? []) this.#loaded.set(graph.name, graph);
  }

  get commit(): number {
    return this.#commit;
  }

  get quads(): number {
    let sum = 0;
    for (const { quads } of this.#loaded.values()) sum += quads;
    return sum;
  }

  get names(): string[] {
    return [...this.#loaded.keys()];
  }

  get graphs(): ImageGraph[] {
    return [...this.#loaded.values()];
  }

  get problems(): GraphProblem[] {
    return [...this.#problems.values()];
  }

  /**
   * Loads everything that is not there. A graph that cannot be read is reported, and the rest is served.
   * @param progress is told how many graphs of how many are there
   */
  async load(progress: (graphs: number, of: number) => void = () => undefined): Promise<void> {
    const { commit, graphs } = await this.#feed.snapshot();
    const wanted = new Set(graphs.map(({ name }) => name));
    for (const name of this.names) if (!wanted.has(name)) this.#drop(name);
    for (const [at, { name, digest }] of graphs.entries()) {
      if (this.#loaded.get(name)?.digest !== digest) await this.#replace(name, digest);
      progress(at + 1, graphs.length);
    }
    this.#commit = commit;
  }

  /** Applies what has changed in the corpus since the commit that is loaded. @returns names of removed graphs */
  async advance(): Promise<string[]> {
    const { commit, changes } = await this.#feed.changesSince(this.#commit);
    const last = [...lastOfEach(changes)];
    for (const { name, digest } of last) await this.#replace(name, digest);
    this.#commit = commit;
    return last.flatMap(({ name, digest }) => (digest === null ? [name] : []));
  }

  async #replace(name: string, digest: string | null): Promise<void> {
    this.#drop(name);
    if (digest === null) return;
    try {
      const nquads = await this.#feed.readGraph(digest);
      this.#loaded.set(name, { name, digest, quads: loadGraph(this.store, name, this.#project(nquads)) });
    } catch (error) {
      if (isFatal(error)) throw error;
      this.#problems.set(name, { graph: name, code: codeOf(error), detail: messageOf(error) });
    }
  }

  #drop(name: string): void {
    this.#problems.delete(name);
    if (!this.#loaded.delete(name)) return;
    // The name has been loaded as the graph of its quads, so that it is an IRI and cannot end the brackets.
    this.store.update(`DROP SILENT GRAPH <${name}>`);
  }
}

/** Loads one graph whole or not at all; returns the number of its quads. */
function loadGraph(store: Store, name: string, nquads: string): number {
  const ending = ` ${namedNode(name).toString()} .`;
  let quads = 0;
  for (let start = 0; start < nquads.length; quads += 1) {
    const newline = nquads.indexOf('\n', start);
    const end = newline === -1 ? nquads.length : newline;
    if (!nquads.startsWith(ending, end - ending.length)) {
      throw new GraphError('graph/unloadable-graph', `Line ${quads + 1} is not a quad of the graph <${name}>.`);
    }
    start = end + 1;
  }
  try {
    // Without a transaction this takes a third less, but 170 MB at once.
    store.load(nquads, { format: 'application/n-quads' });
  } catch (error) {
    if (isFatal(error)) throw error;
    throw new GraphError('graph/unloadable-graph', messageOf(error), { cause: error });
  }
  return quads;
}

/** Turns N-Triples into another RDF format. */
export function convertTriples(ntriples: string, mediaType: string): string {
  const triples = new Store();
  try {
    triples.load(ntriples, { format: 'application/n-triples' });
    const isDataset = mediaType === 'application/n-quads' || mediaType === 'application/trig';
    return triples.dump({ format: mediaType, ...(isDataset ? {} : { from_graph_name: defaultGraph() }) });
  } finally {
    freeStore(triples);
  }
}

/** Gives the WebAssembly memory of a store back at once instead of at some collection. */
export function freeStore(store: Store): void {
  if ('free' in store && typeof store.free === 'function') store.free();
}

/** Whether the WebAssembly instance may be broken: out of memory, a trap, or a stack that ran over. */
export function isFatal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'RuntimeError' || (error instanceof RangeError && /call stack/u.test(error.message));
}

function lastOfEach(changes: readonly FeedChange[]): Iterable<FeedChange> {
  const last = new Map<string, FeedChange>();
  for (const change of changes) last.set(change.name, change);
  return last.values();
}

function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : 'graph/unloadable-graph';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
