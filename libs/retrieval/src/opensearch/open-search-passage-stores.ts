import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toRetrievalError } from '../engine-errors.ts';
import type { PassageStore, PassageStores } from '../passage-store.ts';
import { IndexNames, nameable } from './index-names.ts';
import { ModelIndices } from './model-indices.ts';
import { OpenSearchClient } from './open-search-client.ts';
import { OpenSearchPassageStore } from './open-search-passage-store.ts';
import type { OpenSearchSettings } from './open-search-settings.ts';
import { TokenFolder } from './token-folder.ts';

/** Changing aliases and deleting indices waits for all nodes. */
const changeMs = 60_000;

/** Passage indices of a corpus on a server; their token vectors are in the corpus's folder `projections/passages-…`. */
export class OpenSearchPassageStores implements PassageStores {
  readonly #folder: string;
  readonly #settings: OpenSearchSettings;
  readonly #client: OpenSearchClient;
  readonly #names: IndexNames;

  constructor(corpusFolder: string, settings: OpenSearchSettings) {
    this.#folder = join(corpusFolder, 'projections');
    this.#settings = settings;
    this.#client = new OpenSearchClient(settings);
    this.#names = new IndexNames(settings.index);
  }

  /** What a killed writer left half written is deleted first. */
  async open(instance: string, graphDigests: ReadonlySet<string>): Promise<PassageStore | undefined> {
    if (!(await this.#shown()).includes(this.#names.passagesOf(instance))) return undefined;
    const store = await this.#store(instance);
    await store.keepGraphs(graphDigests);
    return store;
  }

  async begin(instance: string): Promise<PassageStore> {
    await this.#indices(instance).makePassages();
    return this.#store(instance);
  }

  /** In one step for readers: all aliases move at once. */
  async show({ instance }: PassageStore): Promise<void> {
    const names = await this.#indexNames();
    const ours = names.filter((name) => this.#names.isOf(instance, name));
    const others = names.filter((name) => !this.#names.isOf(instance, name));
    const actions = [
      ...ours.map((index) => ({ add: { index, alias: this.#names.aliasOf(instance, index) } })),
      ...others.map((index) => ({ remove_index: { index } })),
    ];
    await this.#client.send({ method: 'POST', path: '/_aliases', body: { actions }, deadlineMs: changeMs });
    await this.#dropFolders(instance);
  }

  async #store(instance: string): Promise<OpenSearchPassageStore> {
    const folder = join(this.#folder, `passages-${nameable(instance)}`);
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw toRetrievalError(error);
    });
    return new OpenSearchPassageStore(instance, this.#client, this.#indices(instance), new TokenFolder(folder));
  }

  #indices(instance: string): ModelIndices {
    return new ModelIndices(instance, this.#client, this.#names, this.#settings);
  }

  /** Indices that the alias stands for. */
  async #shown(): Promise<string[]> {
    const path = `/_alias/${this.#names.passages}`;
    return Object.keys((await this.#client.find<Record<string, unknown>>({ method: 'GET', path })) ?? {});
  }

  async #indexNames(): Promise<string[]> {
    const path = `/_cat/indices/${this.#names.all}?format=json&h=index&expand_wildcards=all`;
    const rows = await this.#client.send<{ index: string }[]>({ method: 'GET', path });
    return rows.map(({ index }) => index);
  }

  async #dropFolders(instance: string): Promise<void> {
    const kept = `passages-${nameable(instance)}`;
    try {
      for (const name of await readdir(this.#folder)) {
        if (!name.startsWith('passages-') || name === kept) continue;
        await rm(join(this.#folder, name), { recursive: true, force: true });
      }
    } catch (error) {
      throw toRetrievalError(error);
    }
  }
}
