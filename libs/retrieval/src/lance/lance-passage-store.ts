import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelIdentity } from '@askg/inference';
import { Index, type Table } from '@lancedb/lancedb';
import { TokenFiles } from '../late-interaction/token-files.ts';
import type { PassageStore } from '../passage-store.ts';
import type { Passage } from '../passages/passage.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';
import { modelTag } from '../vectors/model-tag.ts';
import { isOneOf, literal } from './filter-sql.ts';
import type { IndexFolder } from './index-folder.ts';
import { LanceDatabase, inEngine, vectorTable } from './lance-database.ts';
import { type PassageRow, fromRow, passageColumns, passageSchema, toRow } from './passage-row.ts';
import { waitingVectors, waitingWords, waitingWordsOfMany } from './table-tuning.ts';
import { cleanup, tidyVectors } from './tidy-vectors.ts';
import { vectorRows, vectorSchema } from './vector-row.ts';
import { vectorIndex } from './vector-search.ts';
import { wordAnalysis, wordIndex } from './word-analysis.ts';

/** The passage index of a corpus, for its one writer. What a call has written is there when it returns. */
export class LancePassageStore implements PassageStore {
  readonly instance: string;
  readonly #folder: string;
  readonly #database: LanceDatabase;
  readonly #passages: Table;

  private constructor(folder: string, database: LanceDatabase, passages: Table) {
    this.instance = database.instance;
    this.#folder = folder;
    this.#database = database;
    this.#passages = passages;
  }

  static async open(folder: IndexFolder, instance: string): Promise<LancePassageStore> {
    const path = folder.make(instance);
    return inEngine(async () => {
      const database = await LanceDatabase.open(path, instance);
      const passages = await database.make('passages', passageSchema);
      const indexed = new Set((await passages.listIndices()).flatMap(({ columns }) => columns));
      if (!indexed.has('words')) {
        await passages.createIndex('words', { config: Index.fts({ ...wordAnalysis, withPosition: false }) });
      }
      for (const column of ['iri', 'paper']) {
        if (!indexed.has(column)) await passages.createIndex(column, { config: Index.btree() });
      }
      return new LancePassageStore(path, database, passages);
    });
  }

  tokens(model: ModelIdentity): TokenFiles {
    return new TokenFiles(join(this.#folder, `tokens-${modelTag(model)}`), model.dimensions);
  }

  /** Makes these the passages of these papers, in one step for readers. */
  async putPassages(papers: readonly string[], passages: readonly Passage[]): Promise<void> {
    const ofPapers = isOneOf('paper', papers);
    await inEngine(async () => {
      const isNew = (await this.#passages.countRows(ofPapers)) === 0;
      const rows = passages.map(toRow);
      if (rows.length === 0) {
        if (!isNew) await this.#passages.delete(ofPapers);
      } else if (isNew) await this.#passages.add(rows);
      else {
        await this.#passages
          .mergeInsert('iri')
          .whenMatchedUpdateAll()
          .whenNotMatchedInsertAll()
          .whenNotMatchedBySourceDelete({ where: ofPapers })
          .execute(rows);
      }
      await this.#dropStale(papers, new Set(passages.map(({ graphDigest }) => graphDigest)));
    });
  }

  /** Takes papers out of the words and out of the vectors of every model. */
  async removePapers(papers: readonly string[]): Promise<void> {
    await this.putPassages(papers, []);
  }

  /** Deletes the token vectors, of every model, that belong to other graphs than these. */
  async keepTokens(graphDigests: ReadonlySet<string>): Promise<void> {
    await inEngine(async () => {
      for (const name of await readdir(this.#folder)) {
        if (name.startsWith('tokens-')) await new TokenFiles(join(this.#folder, name), 0).keepOnly(graphDigests);
      }
    });
  }

  /** The passages of one version of a paper, in their order. */
  async passagesOf(paper: string, graphDigest: string): Promise<Passage[]> {
    return inEngine(async () => {
      const query = this.#passages
        .query()
        .where(version(paper, graphDigest))
        .select([...passageColumns]);
      return ((await query.toArray()) as PassageRow[]).map(fromRow).toSorted((a, b) => a.ordinal - b.ordinal);
    });
  }

  /** IRIs of the passages of one version of a paper that have a vector of this model. */
  async embedded(model: ModelIdentity, paper: string, graphDigest: string): Promise<Set<string>> {
    return inEngine(async () => {
      const query = (await this.#vectors(model)).query().where(version(paper, graphDigest)).select(['iri']);
      return new Set(((await query.toArray()) as { iri: string }[]).map(({ iri }) => iri));
    });
  }

  /** How many passages of each graph there are, and how many of them have a vector of this model. */
  async countsByGraph(model: ModelIdentity): Promise<Map<string, { passages: number; vectors: number }>> {
    const counts = new Map<string, { passages: number; vectors: number }>();
    await inEngine(async () => {
      for (const [part, table] of [
        ['passages', this.#passages],
        ['vectors', await this.#vectors(model)],
      ] as const) {
        for (const { graph } of (await table.query().select(['graph']).toArray()) as { graph: string }[]) {
          const count = counts.get(graph) ?? { passages: 0, vectors: 0 };
          count[part]++;
          counts.set(graph, count);
        }
      }
    });
    return counts;
  }

  /** Appends vectors of passages that have none yet. */
  async addVectors(model: ModelIdentity, rows: readonly EmbeddedPassage[]): Promise<void> {
    if (rows.length === 0) return;
    await inEngine(async () => (await this.#vectors(model)).add(vectorRows(rows, model.dimensions)));
  }

  async indexWords(now: Date, more = false): Promise<void> {
    await inEngine(async () => {
      const { numIndexedRows: indexed = 0, numUnindexedRows: waiting = 0 } =
        (await this.#passages.indexStats(wordIndex)) ?? {};
      const most = more ? waitingWordsOfMany : waitingWords;
      if (waiting > most(indexed)) await this.#passages.optimize(cleanup(now));
    });
  }

  async indexVectors(model: ModelIdentity, now: Date): Promise<void> {
    await inEngine(async () => {
      const table = await this.#vectors(model);
      const rows = await table.countRows();
      const { rows: indexed = 0 } = (await vectorIndex(table)) ?? {};
      if (rows - indexed > waitingVectors(indexed)) await tidyVectors(table, now);
    });
  }

  /**
   * Joins small files, brings every index up to date, and makes one for vectors that have become many. It can take minutes
   * and disturbs no reader. @param now what time it is
   */
  async optimize(now: Date): Promise<void> {
    await inEngine(async () => {
      await this.#passages.optimize(cleanup(now));
      for (const table of await this.#vectorTables()) await tidyVectors(table, now);
    });
  }

  close(): void {
    this.#database.close();
  }

  /** Vectors of these papers that belong to no graph that stands. */
  async #dropStale(papers: readonly string[], graphDigests: ReadonlySet<string>): Promise<void> {
    const stale = `${isOneOf('paper', papers)} AND NOT (${isOneOf('graph', graphDigests)})`;
    for (const table of await this.#vectorTables()) {
      if ((await table.countRows(stale)) > 0) await table.delete(stale);
    }
  }

  async #vectorTables(): Promise<Table[]> {
    const names = (await this.#database.tableNames()).filter((name) => name.startsWith('vectors-'));
    const tables = await Promise.all(names.map((name) => this.#database.table(name)));
    return tables.flatMap((table) => table ?? []);
  }

  async #vectors(model: ModelIdentity): Promise<Table> {
    const name = vectorTable(model);
    const known = await this.#database.table(name);
    if (known) return known;
    const table = await this.#database.make(name, vectorSchema(model.dimensions));
    for (const column of ['iri', 'paper']) await table.createIndex(column, { config: Index.btree() });
    return table;
  }
}

function version(paper: string, graphDigest: string): string {
  return `paper = ${literal(paper)} AND graph = ${literal(graphDigest)}`;
}
