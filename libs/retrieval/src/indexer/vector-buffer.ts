import type { ModelIdentity } from '@askg/inference';
import type { PassageStore } from '../passage-store.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import type { Exclusive } from './exclusive.ts';
import type { IndexedCorpus } from './open-store.ts';
import { type PaperGraph, paperGraphs } from './pending-papers.ts';

/** Rows written in one step: each step costs a version of the table. */
const batchRows = 128;

/** Gathers vectors and writes them in batches, those of papers that were removed or replaced meanwhile left out. */
export class VectorBuffer {
  readonly #corpus: IndexedCorpus;
  readonly #store: PassageStore;
  readonly #model: ModelIdentity;
  readonly #exclusive: Exclusive;
  readonly #clock: () => Date;
  readonly #written: (papers: number) => void;
  #rows: { paper: PaperGraph; row: EmbeddedPassage }[] = [];
  #done: PaperGraph[] = [];

  /** @param written is told of papers that have all their vectors on disk */
  constructor(
    corpus: IndexedCorpus,
    store: PassageStore,
    model: ModelIdentity,
    exclusive: Exclusive,
    clock: () => Date,
    written: (papers: number) => void,
  ) {
    this.#corpus = corpus;
    this.#store = store;
    this.#model = model;
    this.#exclusive = exclusive;
    this.#clock = clock;
    this.#written = written;
  }

  async add(paper: PaperGraph, rows: readonly EmbeddedPassage[]): Promise<void> {
    this.#rows.push(...rows.map((row) => ({ paper, row })));
    if (this.#rows.length >= batchRows) await this.flush();
  }

  /** The last vectors of a paper have been added. */
  finish(paper: PaperGraph): void {
    this.#done.push(paper);
  }

  async flush(): Promise<void> {
    const rows = this.#rows;
    const done = this.#done;
    this.#rows = [];
    this.#done = [];
    if (rows.length + done.length === 0) return;
    await this.#exclusive.run(async () => {
      if (this.#corpus.projections.instance('passages') !== this.#store.instance) {
        throw new RetrievalError('retrieval/closed', 'Another index has taken the place of this one.');
      }
      const current = new Set(paperGraphs(this.#corpus.snapshot().graphs).map(({ digest }) => digest));
      const wanted = rows.filter(({ paper }) => current.has(paper.digest));
      await this.#store.addVectors(
        this.#model,
        wanted.map(({ row }) => row),
      );
      await this.#store.indexVectors(this.#model, this.#clock());
      const standing = done.filter(({ digest }) => current.has(digest));
      for (const { name, digest } of standing) this.#corpus.projections.set('vectors', name, digest);
      this.#written(standing.length);
    });
  }
}
