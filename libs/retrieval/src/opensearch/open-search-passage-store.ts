import type { ModelIdentity } from '@askg/inference';
import type { TokenFiles } from '../late-interaction/token-files.ts';
import type { PassageStore } from '../passage-store.ts';
import type { Passage } from '../passages/passage.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';
import { bulkWrite } from './bulk-write.ts';
import { type Query, isOneOf } from './filter-query.ts';
import type { ModelIndices } from './model-indices.ts';
import { type OpenSearchClient, patiently } from './open-search-client.ts';
import { type PassageSource, passageDocument, toPassage, vectorDocument } from './passage-document.ts';
import { allOf, countGraphs } from './search-pages.ts';
import type { TokenFolder } from './token-folder.ts';

/** Milliseconds that an index may take to be tidied. */
const optimizeMs = 600_000;
/** Ids that one request may name. */
const mostIds = 10_000;

/** The passage index of a corpus on a server, for its one writer. */
export class OpenSearchPassageStore implements PassageStore {
  readonly instance: string;
  readonly #client: OpenSearchClient;
  readonly #indices: ModelIndices;
  readonly #tokens: TokenFolder;

  constructor(instance: string, client: OpenSearchClient, indices: ModelIndices, tokens: TokenFolder) {
    this.instance = instance;
    this.#client = client;
    this.#indices = indices;
    this.#tokens = tokens;
  }

  tokens(model: ModelIdentity): TokenFiles {
    return this.#tokens.of(model);
  }

  /** Readers see the old passages until the new ones are there, since nothing is shown before the refresh. */
  async putPassages(papers: readonly string[], passages: readonly Passage[]): Promise<void> {
    if (papers.length === 0) return;
    const index = this.#indices.passages;
    const writes = passages.map((passage) => ({ index, id: passage.iri, document: passageDocument(passage) }));
    await bulkWrite(this.#client, writes);
    const ofPapers = isOneOf('paper', papers);
    const ids: Query[] = [];
    for (let at = 0; at < writes.length; at += mostIds) {
      ids.push({ ids: { values: writes.slice(at, at + mostIds).map(({ id }) => id) } });
    }
    await this.#delete(index, { bool: { filter: [ofPapers], must_not: ids } });
    await this.#refresh(index);
    const graphs = isOneOf('graph', new Set(passages.map(({ graphDigest }) => graphDigest)));
    await this.#delete(this.#indices.allVectors, { bool: { filter: [ofPapers], must_not: [graphs] } });
    await this.#refresh(this.#indices.allVectors);
  }

  async removePapers(papers: readonly string[]): Promise<void> {
    await this.putPassages(papers, []);
  }

  async keepTokens(graphDigests: ReadonlySet<string>): Promise<void> {
    await this.#tokens.keepOnly(graphDigests);
  }

  async passagesOf(paper: string, graphDigest: string): Promise<Passage[]> {
    const found = await allOf<PassageSource>(this.#client, this.#indices.passages, version(paper, graphDigest));
    return found.map(({ _source }) => toPassage(_source));
  }

  async embedded(model: ModelIdentity, paper: string, graphDigest: string): Promise<Set<string>> {
    const index = await this.#indices.vectors(model);
    const found = await allOf<{ iri: string }>(this.#client, index, version(paper, graphDigest), ['iri']);
    return new Set(found.map(({ _source }) => _source.iri));
  }

  async countsByGraph(model: ModelIdentity): Promise<Map<string, { passages: number; vectors: number }>> {
    const passages = await countGraphs(this.#client, this.#indices.passages);
    const vectors = await countGraphs(this.#client, await this.#indices.vectors(model));
    return new Map(
      [...new Set([...passages.keys(), ...vectors.keys()])].map((graph) => [
        graph,
        { passages: passages.get(graph) ?? 0, vectors: vectors.get(graph) ?? 0 },
      ]),
    );
  }

  async addVectors(model: ModelIdentity, rows: readonly EmbeddedPassage[]): Promise<void> {
    if (rows.length === 0) return;
    const index = await this.#indices.vectors(model);
    const writes = rows.map((row) => ({ index, id: row.passage.iri, document: vectorDocument(row) }));
    await bulkWrite(this.#client, writes);
    await this.#refresh(index);
  }

  /** The server does so by itself. */
  async indexWords(): Promise<void> {}

  /** So it does here. */
  async indexVectors(): Promise<void> {}

  /** Frees the place of what was deleted. */
  async optimize(): Promise<void> {
    const path = `/${this.#indices.all}/_forcemerge?only_expunge_deletes=true&ignore_unavailable=true`;
    await this.#client.send({ method: 'POST', path, deadlineMs: optimizeMs });
  }

  /** Deletes what was written and is not known: a writer was killed before it could say so. */
  async keepGraphs(graphDigests: ReadonlySet<string>): Promise<void> {
    for (const index of [this.#indices.passages, this.#indices.allVectors]) {
      await this.#refresh(index);
      const strays = [...(await countGraphs(this.#client, index)).keys()].filter((graph) => !graphDigests.has(graph));
      if (strays.length === 0) continue;
      await this.#delete(index, isOneOf('graph', strays));
      await this.#refresh(index);
    }
  }

  close(): void {}

  /** What is not yet visible is not deleted: every call of a writer ends with a refresh. */
  async #delete(index: string, query: Query): Promise<void> {
    const found = await allOf<{ iri: string }>(this.#client, index, query, ['iri']);
    await bulkWrite(
      this.#client,
      found.map(({ _index, _source }) => ({ index: _index, id: _source.iri })),
    );
  }

  async #refresh(index: string): Promise<void> {
    const path = `/${index}/_refresh?ignore_unavailable=true`;
    await this.#client.send({ method: 'POST', path, ...patiently });
  }
}

function version(paper: string, graphDigest: string): Query {
  return { bool: { filter: [{ term: { paper } }, { term: { graph: graphDigest } }] } };
}
