import { createHash } from 'node:crypto';
import type { Holdings } from '@askg/corpus';

/**
 * What one request may read: everything, or the papers of some collections. Graphs that are derived from all papers (links,
 * people, entities) are for those who may read all papers: they name the others.
 */
export class Reader {
  /** Ids of the collections; absent where all papers may be read. */
  readonly collections: readonly number[] | undefined;
  readonly #holdings: Holdings | undefined;

  constructor(within?: { collections: readonly number[]; holdings: Holdings }) {
    this.collections = within?.collections;
    this.#holdings = within?.holdings;
  }

  get readsAll(): boolean {
    return this.#holdings === undefined;
  }

  /** Keys of the papers; undefined: all. */
  get papers(): ReadonlySet<string> | undefined {
    return this.#holdings?.papers;
  }

  /** IRIs of the named graphs; undefined: all. */
  get graphs(): ReadonlySet<string> | undefined {
    return this.#holdings?.graphs;
  }

  mayRead(key: string): boolean {
    return this.#holdings?.papers.has(key) ?? true;
  }

  /** For entity tags: equal for readers who may read the same graphs. */
  get mark(): string {
    if (!this.#holdings) return '';
    return createHash('sha256')
      .update([...this.#holdings.graphs].join('\n'))
      .digest('hex');
  }
}
