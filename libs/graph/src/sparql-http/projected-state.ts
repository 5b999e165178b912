import type { Corpus } from '@askg/corpus';
import { readMark } from './projection-mark.ts';

/** What the catalog says of the server: read anew at each question, since another process may be the one that fills it. */
export class ProjectedState {
  readonly #corpus: Pick<Corpus, 'projections'>;
  #instance: string | undefined;
  #commit: number | undefined;
  #graphs: ReadonlySet<string> = new Set();

  constructor(corpus: Pick<Corpus, 'projections'>) {
    this.#corpus = corpus;
  }

  /** The newest commit that the server holds in full; undefined while it is being filled. */
  get commit(): number | undefined {
    this.#read();
    return this.#commit;
  }

  /** Names of the graphs that stood in the server at that commit. */
  get graphs(): ReadonlySet<string> {
    this.#read();
    return this.#graphs;
  }

  #read(): void {
    const instance = this.#corpus.projections.instance('sparql');
    if (instance === this.#instance) return;
    this.#instance = instance;
    this.#commit = readMark(instance)?.commit;
    this.#graphs = new Set(this.#corpus.projections.standing('sparql').keys());
  }
}
