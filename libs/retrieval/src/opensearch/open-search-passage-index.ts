import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ModelIdentity, TokenVectors } from '@askg/inference';
import { toRetrievalError } from '../engine-errors.ts';
import type { PassageCounts, PassageHit, PassageIndex, SearchOptions } from '../passage-index.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { checkVector } from '../vectors/check-vector.ts';
import { type Query, filterQueries } from './filter-query.ts';
import { IndexNames } from './index-names.ts';
import { OpenSearchClient } from './open-search-client.ts';
import type { OpenSearchSettings } from './open-search-settings.ts';
import { type PassageSource, toPassage } from './passage-document.ts';
import { type Hit, type SearchReply, whole } from './search-pages.ts';
import { TokenFolder } from './token-folder.ts';
import { searchedWords } from './word-analysis.ts';
import { wordTerms } from './word-terms.ts';

/** Candidates that the graph of vectors is walked for: with fewer, near ones are missed. */
const leastCandidates = 100;
/** Most hits that a search of the server gives. */
const mostHits = 10_000;

/** The passage index of a corpus on a server, for reading beside a writer in this or another process. */
export class OpenSearchPassageIndex implements PassageIndex {
  readonly #corpusFolder: string;
  readonly #client: OpenSearchClient;
  readonly #names: IndexNames;
  readonly #closing = new AbortController();

  constructor(corpusFolder: string, settings: OpenSearchSettings) {
    this.#corpusFolder = corpusFolder;
    this.#client = new OpenSearchClient(settings);
    this.#names = new IndexNames(settings.index);
  }

  async searchWords(words: string, { limit, filter, signal }: SearchOptions): Promise<PassageHit[]> {
    const query = searchedWords(words);
    if (query === '' || limit < 1) return [];
    const match = { match: { words: { query, operator: 'or' } } };
    const hits = await this.#search<PassageSource>(
      this.#names.passages,
      { query: { bool: { must: [match], filter: filterQueries(filter) } }, size: Math.min(limit, mostHits) },
      signal,
    );
    return inOrder(hits.map(({ _source, _score }) => ({ passage: toPassage(_source), score: _score })));
  }

  async searchVector(
    model: ModelIdentity,
    vector: Float32Array,
    { limit, filter, signal }: SearchOptions,
  ): Promise<PassageHit[]> {
    checkVector(vector, model);
    // Nothing is near to a vector without a direction.
    if (limit < 1 || vector.every((x) => x === 0)) return [];
    const size = Math.min(limit, mostHits);
    const conditions = filterQueries(filter);
    const near = {
      vector: [...vector],
      k: Math.max(leastCandidates, size),
      ...(conditions.length > 0 ? { filter: { bool: { filter: conditions } } } : {}),
    };
    const hits = await this.#search<{ iri: string; graph: string }>(
      this.#names.vectors(model),
      { query: { knn: { vector: near } }, size, _source: ['iri', 'graph'] },
      signal,
    );
    const passages = await this.#load(
      hits.map(({ _source }) => _source.iri),
      signal,
    );
    const found = hits.flatMap(({ _source, _score }) => {
      const passage = passages.get(_source.iri);
      // A vector whose passage has just been replaced or removed is no hit. The server gives (1 + cosine) / 2.
      return passage?.graphDigest === _source.graph ? [{ passage, score: 2 * _score - 1 }] : [];
    });
    return inOrder(found);
  }

  async passages(iris: readonly string[]): Promise<Passage[]> {
    const found = await this.#load(iris);
    return iris.flatMap((iri) => found.get(iri) ?? []);
  }

  async tokenVectors(model: ModelIdentity, passages: readonly Passage[]): Promise<(TokenVectors | undefined)[]> {
    const [index] = Object.keys(await this.#shown());
    const instance = index === undefined ? undefined : this.#names.instanceOf(index);
    if (instance === undefined) return passages.map(() => undefined);
    const folder = new TokenFolder(join(this.#corpusFolder, 'projections', `passages-${instance}`));
    return folder
      .of(model)
      .read(passages)
      .catch((error: unknown) => {
        throw toRetrievalError(error);
      });
  }

  async terms(texts: readonly string[]): Promise<string[][]> {
    this.#checkOpen();
    return wordTerms(this.#client, texts);
  }

  async counts(model?: ModelIdentity): Promise<PassageCounts> {
    const [passages, vectors] = await Promise.all([
      this.#count(this.#names.passages),
      model ? this.#count(this.#names.vectors(model)) : 0,
    ]);
    return { passages, vectors };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  async #search<T>(index: string, body: object, signal?: AbortSignal): Promise<Hit<T>[]> {
    this.#checkOpen();
    if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.');
    // Frequencies of all parts together, so that their number changes no score; the same copy for the same search.
    const copy = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
    const { hits } = await this.#client.send<SearchReply<T>>({
      method: 'POST',
      path: `/${index}/_search?search_type=dfs_query_then_fetch&track_total_hits=false&preference=${copy}&${whole}`,
      body,
      signal: signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal,
    });
    return hits.hits;
  }

  async #load(iris: readonly string[], signal?: AbortSignal): Promise<Map<string, Passage>> {
    const found = new Map<string, Passage>();
    for (let at = 0; at < iris.length; at += mostHits) {
      const values = iris.slice(at, at + mostHits);
      const query: Query = { bool: { filter: [{ ids: { values } }] } };
      const hits = await this.#search<PassageSource>(this.#names.passages, { query, size: values.length }, signal);
      for (const { _source } of hits) found.set(_source.iri, toPassage(_source));
    }
    return found;
  }

  async #shown(): Promise<Record<string, unknown>> {
    this.#checkOpen();
    const path = `/_alias/${this.#names.passages}`;
    return (await this.#client.find<Record<string, unknown>>({ method: 'GET', path })) ?? {};
  }

  async #count(index: string): Promise<number> {
    this.#checkOpen();
    const path = `/${index}/_count?ignore_unavailable=true`;
    return (await this.#client.send<{ count: number }>({ method: 'GET', path })).count;
  }

  #checkOpen(): void {
    if (this.#closing.signal.aborted) throw new RetrievalError('retrieval/closed', 'The passage index was closed.');
  }
}

function inOrder(hits: PassageHit[]): PassageHit[] {
  return hits.toSorted((a, b) => b.score - a.score || (a.passage.iri < b.passage.iri ? -1 : 1));
}
