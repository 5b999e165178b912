import { namedNode, Store } from 'oxigraph';
import type { DatasetGraphs } from '../store.ts';
import { freeStore, type LoadedGraphs } from './loaded-graphs.ts';

/** Graphs from which on the engine is slow to join over a list of them. */
const leastGraphs = 24;
/** Quads that a copy may take, each about 350 bytes of memory. */
const mostQuads = 400_000;

/**
 * A copy of some graphs of an engine in a store of their own, whose union can be asked: over a list of graphs Oxigraph looks
 * each of them up at every step of a join. It follows the engine's graphs, and goes from one set of graphs to another by
 * their difference, so that the readers of one collection find it as they left it.
 */
export class GraphView {
  readonly #from: LoadedGraphs;
  #store = new Store();
  #held = new Map<string, string>();

  constructor(from: LoadedGraphs) {
    this.#from = from;
  }

  /**
   * The copy for a dataset whose default graph is the union of its named graphs; undefined where the list does as well.
   * @param mayBuild whether it may be brought to these graphs, which can take seconds
   */
  storeFor({ default: graphs, named }: DatasetGraphs, mayBuild: boolean): Store | undefined {
    if (graphs.length < leastGraphs || graphs.length !== named.length) return undefined;
    const names = new Set(graphs);
    if (!named.every((name) => names.has(name))) return undefined;
    const there = this.#from.graphs.filter(({ name }) => names.has(name));
    const wanted = new Map(there.map(({ name, digest }) => [name, digest]));
    if (this.#holds(wanted)) return this.#store;
    if (!mayBuild || there.reduce((sum, { quads }) => sum + quads, 0) > mostQuads) return undefined;
    this.#become(wanted);
    return this.#store;
  }

  #holds(wanted: ReadonlyMap<string, string>): boolean {
    return wanted.size === this.#held.size && [...wanted].every(([name, digest]) => this.#held.get(name) === digest);
  }

  #become(wanted: ReadonlyMap<string, string>): void {
    const gone = [...this.#held].filter(([name, digest]) => wanted.get(name) !== digest);
    if (gone.length * 2 > this.#held.size) {
      freeStore(this.#store);
      this.#store = new Store();
      this.#held.clear();
    } else {
      for (const [name] of gone) {
        this.#held.delete(name);
        this.#store.update(`DROP SILENT GRAPH <${name}>`);
      }
    }
    for (const [name, digest] of wanted) {
      if (this.#held.has(name)) continue;
      const graph = namedNode(name);
      const triples = this.#from.store.dump({ format: 'application/n-triples', from_graph_name: graph });
      this.#store.load(triples, { format: 'application/n-triples', to_graph_name: graph });
      this.#held.set(name, digest);
    }
  }
}
