import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Corpus, Recent } from '@askg/corpus';
import { CorpusCounts, describeEndpoint, type GraphStore } from '@askg/graph';
import { Access } from '../access/access.service.ts';
import { entityTag } from '../http/conditional.ts';
import { ownOrigin } from '../http/own-origin.ts';
import type { Representation } from '../http/send.ts';
import { DatasetView, pathOf } from './dataset-view.ts';
import { type DescriptionMediaType, writeDescription } from './description-forms.ts';
import { ExampleQueries } from './example-queries.ts';
import { graphStoreToken } from './graph-store-token.ts';
import { type ServiceTraits, serviceTraitsToken } from './service-traits.ts';

/** Milliseconds that a client waits for counts; after that it is told the last that are known. */
const patienceMs = 2000;

/** Descriptions that are kept written: a few forms for a few kinds of readers. */
const capacity = 16;

type Wanted = { path: string; isService: boolean; collection?: string | undefined };

export type Description = { representation: Representation; commit: number | undefined };

/** Describes the endpoint and the data as the maker of a request may see them. */
@Injectable()
export class DescriptionService {
  readonly #corpus: Corpus;
  readonly #access: Access;
  readonly #examples: ExampleQueries;
  readonly #counts: CorpusCounts;
  readonly #service: ServiceTraits;
  readonly #written = new Recent<string>(capacity);

  constructor(
    @Inject(Corpus) corpus: Corpus,
    @Inject(graphStoreToken) store: GraphStore,
    @Inject(Access) access: Access,
    @Inject(ExampleQueries) examples: ExampleQueries,
    @Inject(serviceTraitsToken) service: ServiceTraits,
  ) {
    this.#corpus = corpus;
    this.#access = access;
    this.#examples = examples;
    this.#service = service;
    // Whoever asks first, the counting is for all, and on nobody's account.
    this.#counts = new CorpusCounts(corpus, {
      query: (text, options) => store.query(text, { ...options, client: undefined }),
    });
  }

  /**
   * The description of the endpoint, of its data and of what can be asked: what a GET of the endpoint gives.
   * @param collection name of the one collection that is asked for
   * @returns the representation, and the commit that its counts are true for, once there are any
   */
  ofEndpoint(request: Request, mediaType: DescriptionMediaType, collection?: string): Promise<Description> {
    return this.#describe(request, mediaType, { path: pathOf(collection), isService: true, collection });
  }

  /** The description of the data alone. */
  ofData(request: Request, mediaType: DescriptionMediaType): Promise<Description> {
    return this.#describe(request, mediaType, { path: '/void', isService: false });
  }

  async #describe(request: Request, mediaType: DescriptionMediaType, wanted: Wanted): Promise<Description> {
    const reader = this.#access.readerOf(request, wanted.collection);
    const counted = await this.#counts.latest(AbortSignal.timeout(patienceMs));
    const origin = ownOrigin(request, this.#corpus.baseIri);
    const names = wanted.collection === undefined ? this.#access.collectionsOf(request).map(({ name }) => name) : [];
    const parts = names.map((name) => ({ name, reader: this.#access.readerOf(request, name) }));
    const commit = counted?.commit;
    const marks = [reader, ...parts.map((part) => part.reader)].map(({ mark }) => mark);
    const state = commit === undefined ? `uncounted ${this.#corpus.commitNumber()}` : String(commit);
    const key = [origin, wanted.path, mediaType, state, ...marks, ...names].join('\n');
    const body = await this.#written.get(key, async () => {
      const view = new DatasetView(this.#corpus, origin, counted);
      const graphs = view.graphsOf(reader);
      const description = describeEndpoint({
        document: origin + wanted.path,
        ...(wanted.isService ? { service: { ...this.#service, endpoint: origin + wanted.path, graphs } } : {}),
        dataset: view.dataset(reader, wanted.collection),
        subsets: parts.map((part) => view.dataset(part.reader, part.name)),
        examples: wanted.isService ? this.#examples.all : [],
      });
      return writeDescription(description, mediaType);
    });
    return { representation: { mediaType, body, etag: entityTag(body, mediaType) }, commit };
  }
}
