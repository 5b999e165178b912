import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Collection, Corpus, CorpusError } from '@askg/corpus';
import { principalOf } from './principal.ts';
import { Reader } from './reader.ts';

/** Says what the maker of a request may read. */
@Injectable()
export class Access {
  readonly #corpus: Corpus;

  constructor(@Inject(Corpus) corpus: Corpus) {
    this.#corpus = corpus;
  }

  /**
   * @param collection name of the one collection that is asked for; all that may be read without it
   * @throws CorpusError corpus/unknown-collection, also for one that is there and may not be read
   */
  readerOf(request: Request, collection?: string): Reader {
    const { collections: allowed } = principalOf(request);
    const asked = collection === undefined ? allowed : [this.#readable(collection, allowed)];
    if (asked === undefined) return new Reader();
    return new Reader({ collections: asked, holdings: this.#corpus.collections.holdings(asked) });
  }

  /** The collections that the maker of a request may read, by name. */
  collectionsOf(request: Request): Collection[] {
    const { collections: allowed } = principalOf(request);
    return this.#corpus.collections.list().filter(({ id }) => allowed?.includes(id) ?? true);
  }

  #readable(name: string, allowed: readonly number[] | undefined): number {
    const id = this.#corpus.collections.idOf(name);
    if (id !== undefined && (allowed?.includes(id) ?? true)) return id;
    throw new CorpusError('corpus/unknown-collection', `There is no collection "${name}".`);
  }
}
