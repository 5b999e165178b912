import { join } from 'node:path';
import type { ModelIdentity, TokenVectors } from '@askg/inference';
import { MatchQuery, type Table, tokenize } from '@lancedb/lancedb';
import { cancellable } from '../cancellable.ts';
import { TokenFiles } from '../late-interaction/token-files.ts';
import type { PassageCounts, PassageHit, PassageIndex, SearchOptions } from '../passage-index.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { checkVector } from '../vectors/check-vector.ts';
import { modelTag } from '../vectors/model-tag.ts';
import { isOneOf } from './filter-sql.ts';
import { IndexFolder } from './index-folder.ts';
import { LanceDatabase, inEngine, vectorTable } from './lance-database.ts';
import { passageCondition } from './passage-condition.ts';
import { type PassageRow, fromRow, passageColumns } from './passage-row.ts';
import { mostWaitingRead } from './table-tuning.ts';
import { nearest } from './vector-search.ts';
import { wordAnalysis, wordIndex } from './word-analysis.ts';

/** The passage index of a corpus, for reading beside a writer in this or another process. */
export class LancePassageIndex implements PassageIndex {
  readonly #folder: IndexFolder;
  /** Reads that the engine still works at, those that nobody waits for any more included. */
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;
  #opening: { instance: string; database: Promise<LanceDatabase> } | undefined;

  constructor(corpusFolder: string) {
    this.#folder = new IndexFolder(corpusFolder);
  }

  async searchWords(words: string, { limit, filter, signal }: SearchOptions): Promise<PassageHit[]> {
    return this.#read(signal, async (database) => {
      const table = await database.table('passages');
      if (!table || limit < 1) return [];
      // A query object, not text: nothing in the words is read as syntax.
      const query = table
        .query()
        .fullTextSearch(new MatchQuery(words, 'words'))
        .select([...passageColumns, '_score']);
      if (await waitsTooMuch(table)) query.fastSearch();
      const where = await passageCondition(database, filter);
      const rows = (await (where === undefined ? query : query.where(where)).limit(limit).toArray()) as (PassageRow & {
        _score: number;
      })[];
      return rows
        .map(({ _score: score, ...row }) => ({ passage: fromRow(row), score }))
        .toSorted((a, b) => b.score - a.score || (a.passage.iri < b.passage.iri ? -1 : 1));
    });
  }

  async searchVector(
    model: ModelIdentity,
    vector: Float32Array,
    { limit, filter, signal }: SearchOptions,
  ): Promise<PassageHit[]> {
    checkVector(vector, model);
    return this.#read(signal, async (database) => {
      const table = await database.table(vectorTable(model));
      if (!table || limit < 1) return [];
      const near = await nearest(table, vector, limit, await passageCondition(database, filter));
      const scores = new Map(near.map(({ iri, graph, score }) => [iri, { graph, score }]));
      const passages = await load(database, [...scores.keys()]);
      // A vector whose passage has just been replaced or removed is no hit.
      return passages.flatMap((passage) => {
        const found = scores.get(passage.iri);
        return found?.graph === passage.graphDigest ? [{ passage, score: found.score }] : [];
      });
    });
  }

  async passages(iris: readonly string[]): Promise<Passage[]> {
    return this.#read(undefined, (database) => load(database, iris));
  }

  async tokenVectors(model: ModelIdentity, passages: readonly Passage[]): Promise<(TokenVectors | undefined)[]> {
    const none = passages.map(() => undefined);
    const pointer = this.#folder.read();
    if (!pointer) return none;
    const folder = join(this.#folder.of(pointer.instance), `tokens-${modelTag(model)}`);
    return inEngine(() => new TokenFiles(folder, model.dimensions).read(passages));
  }

  async terms(texts: readonly string[]): Promise<string[][]> {
    return Promise.all(texts.map(async (text) => (await tokenize(text, wordAnalysis)).map((token) => token.text)));
  }

  async counts(model?: ModelIdentity): Promise<PassageCounts> {
    const count = async (table: Table | undefined) => (table ? table.countRows() : 0);
    const counts = await this.#read(undefined, async (database) => [
      {
        passages: await count(await database.table('passages')),
        vectors: model ? await count(await database.table(vectorTable(model))) : 0,
      },
    ]);
    return counts[0] ?? { passages: 0, vectors: 0 };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const opening = this.#opening;
    this.#opening = undefined;
    await Promise.allSettled(this.#running);
    const database = await opening?.database.catch(() => undefined);
    database?.close();
  }

  /** Without an index there is nothing to find. An index that is replaced during the read is read again, from the new one. */
  async #read<T>(signal: AbortSignal | undefined, work: (database: LanceDatabase) => Promise<T[]>): Promise<T[]> {
    const pointer = this.#folder.read();
    if (!pointer) return [];
    try {
      return await cancellable(this.#run(pointer.instance, work), signal);
    } catch (error) {
      const moved = this.#folder.read();
      if (!moved || moved.instance === pointer.instance) throw error;
      return await cancellable(this.#run(moved.instance, work), signal);
    }
  }

  /** @throws RetrievalError retrieval/closed, retrieval/damaged-index */
  async #run<T>(instance: string, work: (database: LanceDatabase) => Promise<T>): Promise<T> {
    if (this.#closed) throw new RetrievalError('retrieval/closed', 'The passage index was closed.');
    const running = inEngine(async () => work(await this.#database(instance)));
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  #database(instance: string): Promise<LanceDatabase> {
    if (this.#opening?.instance === instance) return this.#opening.database;
    const database = LanceDatabase.open(this.#folder.of(instance), instance);
    const opening = { instance, database };
    // The one before is left to the garbage collector: another read may still use it.
    this.#opening = opening;
    database.catch(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    return database;
  }
}

/** Whether so many rows wait for the word index, in the midst of a long run, that reading them would take longer than a search may. */
async function waitsTooMuch(table: Table): Promise<boolean> {
  return ((await table.indexStats(wordIndex))?.numUnindexedRows ?? 0) > mostWaitingRead;
}

async function load(database: LanceDatabase, iris: readonly string[]): Promise<Passage[]> {
  const table = await database.table('passages');
  if (!table || iris.length === 0) return [];
  const rows = (await table
    .query()
    .where(isOneOf('iri', iris))
    .select([...passageColumns])
    .toArray()) as PassageRow[];
  const byIri = new Map(rows.map(fromRow).map((passage) => [passage.iri, passage]));
  return iris.flatMap((iri) => byIri.get(iri) ?? []);
}
