import type { ModelIdentity } from '@askg/inference';
import { RetrievalError } from '../retrieval-error.ts';
import { passagesBody, vectorsBody } from './index-bodies.ts';
import type { IndexNames } from './index-names.ts';
import type { OpenSearchClient } from './open-search-client.ts';
import type { OpenSearchSettings } from './open-search-settings.ts';

/** Making an index waits until the cluster's manager has told the nodes. */
const makeMs = 60_000;

/** The indices of one generation: one of passages, and one of vectors for each model, made when it is first asked for. */
export class ModelIndices {
  readonly passages: string;
  readonly allVectors: string;
  /** All of this generation. */
  readonly all: string;
  readonly #instance: string;
  readonly #client: OpenSearchClient;
  readonly #names: IndexNames;
  readonly #settings: OpenSearchSettings;
  readonly #known = new Set<string>();

  constructor(instance: string, client: OpenSearchClient, names: IndexNames, settings: OpenSearchSettings) {
    this.#instance = instance;
    this.#client = client;
    this.#names = names;
    this.#settings = settings;
    this.passages = names.passagesOf(instance);
    this.allVectors = names.allVectorsOf(instance);
    this.all = `${this.passages},${this.allVectors}`;
  }

  async makePassages(): Promise<void> {
    await this.#make(this.passages, passagesBody(this.#settings));
  }

  async vectors(model: ModelIdentity): Promise<string> {
    const index = this.#names.vectorsOf(this.#instance, model);
    if (this.#known.has(index)) return index;
    const isThere = await this.#client.find({ method: 'HEAD', path: `/${index}` });
    if (!isThere) await this.#make(index, vectorsBody(this.#settings, model.dimensions));
    if (await this.#isShown()) await this.#alias(index, this.#names.vectors(model));
    this.#known.add(index);
    return index;
  }

  /** A request that is sent twice finds the index of the first. */
  async #make(index: string, body: object): Promise<void> {
    try {
      await this.#client.send({ method: 'PUT', path: `/${index}`, body, deadlineMs: makeMs });
    } catch (error) {
      if (!(error instanceof RetrievalError && error.message.includes('already exists'))) throw error;
    }
  }

  async #isShown(): Promise<boolean> {
    const path = `/_alias/${this.#names.passages}`;
    const shown = await this.#client.find<Record<string, unknown>>({ method: 'GET', path });
    return shown !== undefined && this.passages in shown;
  }

  async #alias(index: string, alias: string): Promise<void> {
    const body = { actions: [{ add: { index, alias } }] };
    await this.#client.send({ method: 'POST', path: '/_aliases', body, deadlineMs: makeMs });
  }
}
