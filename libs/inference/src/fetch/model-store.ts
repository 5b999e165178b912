import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceError } from '../inference-error.ts';
import { manifest } from '../manifest/manifest.ts';
import { checkLicence } from '../manifest/licence.ts';
import type { ModelEntry, ModelFile, ModelKind } from '../manifest/model-entry.ts';
import { fileDigest } from './file-digest.ts';
import { isFolderProblem } from './folder-problem.ts';
import { type FetchProgress, ModelFetch, type SourceOptions } from './model-fetch.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

export type ModelState = {
  name: string;
  kind: ModelKind;
  /** The published model it was converted from. */
  origin: string;
  licence: string;
  /** false: the licence forbids every use that earns money. */
  commercial: boolean;
  /** Size of all files. */
  bytes: number;
  /** `partial`: a file is missing or of the wrong size. */
  state: 'here' | 'partial' | 'absent';
  isDefault: boolean;
  /** Where its files stand, or would. */
  folder: string;
};

export type FetchOptions = {
  signal?: AbortSignal;
  progress?: (progress: FetchProgress) => void;
  /** Forbids any access to the network: `inference/offline` when something would have to be fetched. */
  offline?: boolean;
};

export type FileFault = { file: string; fault: 'missing' | 'wrong-size' | 'wrong-digest' };

export type ModelStoreOptions = Partial<SourceOptions> & {
  /** The models it knows; those of the package when not given. */
  models?: readonly ModelEntry[];
  /** The use earns no money: models whose licence forbids that may be fetched and opened. */
  noncommercial?: boolean;
};

/**
 * A folder of fetched models: `<folder>/<model>/<file>`. A file gets its name only when it is whole and has the digest of
 * the manifest, so that several processes may fetch and read at the same time.
 */
export class ModelStore {
  readonly folder: string;
  readonly #models: readonly ModelEntry[];
  /** The use earns no money: models whose licence forbids that may be fetched and opened. */
  readonly noncommercial: boolean;
  readonly #sources: SourceOptions;

  constructor(folder: string, options: ModelStoreOptions = {}) {
    this.folder = folder;
    this.#models = options.models ?? manifest.models;
    this.noncommercial = options.noncommercial ?? false;
    this.#sources = {
      mvn: options.mvn ?? 'mvn',
      connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
      stallTimeoutMs: options.stallTimeoutMs ?? 30_000,
    };
  }

  /** All models of the manifest, in its order. */
  list(): Promise<ModelState[]> {
    return Promise.all(this.#models.map((model) => this.#stateOf(model)));
  }

  /** Whether all files of a model are here with the right sizes; their digests are checked when it is fetched or opened. */
  async has(name: string): Promise<boolean> {
    return (await this.#stateOf(this.entry(name))).state === 'here';
  }

  /** What the manifest says of a model. Throws `inference/unknown-model`. */
  entry(name: string): ModelEntry {
    const model = this.#models.find((candidate) => candidate.name === name);
    if (model !== undefined) return model;
    const names = this.#models.map((candidate) => candidate.name).join(', ');
    throw new InferenceError('inference/unknown-model', `${name} is none of ${names}.`);
  }

  /** What the manifest says of a model that may be used here. Throws `inference/unknown-model`, `inference/noncommercial`. */
  usable(name: string): ModelEntry {
    const model = this.entry(name);
    checkLicence(model, this.noncommercial);
    return model;
  }

  /** Path of a file of a model, whether it is there or not. */
  path(name: string, file: string): string {
    return join(this.folder, name, file);
  }

  /** Compares all files of a model with the manifest, byte for byte by their digests. */
  async verify(name: string, signal?: AbortSignal): Promise<FileFault[]> {
    const faults: FileFault[] = [];
    for (const file of this.entry(name).files) {
      const fault = await this.#faultOf(name, file, signal);
      if (fault !== undefined) faults.push({ file: file.name, fault });
    }
    return faults;
  }

  /**
   * Fetches what is missing or damaged of a model, from the first source that gives the file of the manifest.
   * Errors: `inference/unknown-model`, `noncommercial`, `offline`, `fetch-failed` (with what each source said), `digest-mismatch`,
   * `folder-not-writable`, `cancelled`. A failed fetch leaves nothing but the files that are whole.
   */
  async fetch(name: string, options: FetchOptions = {}): Promise<ModelState> {
    const model = this.usable(name);
    const signal = options.signal ?? new AbortController().signal;
    try {
      const faults = await this.verify(name, signal);
      if (faults.length > 0 && options.offline) {
        throw new InferenceError('inference/offline', `${name} lacks ${faults.map(({ file }) => file).join(', ')}.`);
      }
      const wanted = model.files.filter((file) => faults.some((fault) => fault.file === file.name));
      if (wanted.length > 0) await this.#fetchFiles(model, wanted, signal, options.progress);
      return await this.#stateOf(model);
    } catch (error) {
      if (error instanceof InferenceError) throw error;
      if (signal.aborted) {
        throw new InferenceError('inference/cancelled', `Fetching ${name} was cancelled.`, { cause: error });
      }
      if (!isFolderProblem(error)) throw error;
      throw new InferenceError('inference/folder-not-writable', `${this.folder}: ${error.message}.`, { cause: error });
    }
  }

  async #fetchFiles(
    model: ModelEntry,
    files: readonly ModelFile[],
    signal: AbortSignal,
    progress: FetchOptions['progress'],
  ): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await withTemporaryFolder(this.folder, async (folder) => {
      const fetching = new ModelFetch(model, folder, {
        ...this.#sources,
        signal,
        progress: (step) => progress?.(step),
      });
      for (const file of files) {
        const draft = await fetching.file(file);
        await sync(draft);
        await mkdir(join(this.folder, model.name), { recursive: true });
        await rename(draft, this.path(model.name, file.name));
      }
    });
  }

  async #stateOf(model: ModelEntry): Promise<ModelState> {
    const sizes = await Promise.all(model.files.map((file) => sizeOf(this.path(model.name, file.name))));
    const sound = model.files.every((file, index) => sizes[index] === file.bytes);
    const someThere = sizes.some((size) => size !== undefined);
    return {
      name: model.name,
      kind: model.kind,
      origin: model.origin,
      licence: model.licence,
      commercial: model.commercial !== false,
      bytes: model.files.reduce((sum, { bytes }) => sum + bytes, 0),
      state: sound ? 'here' : someThere ? 'partial' : 'absent',
      isDefault: Object.values(manifest.defaults).includes(model.name),
      folder: join(this.folder, model.name),
    };
  }

  async #faultOf(name: string, file: ModelFile, signal?: AbortSignal): Promise<FileFault['fault'] | undefined> {
    const path = this.path(name, file.name);
    const size = await sizeOf(path);
    if (size === undefined) return 'missing';
    if (size !== file.bytes) return 'wrong-size';
    return (await fileDigest(path, signal)) === file.sha256 ? undefined : 'wrong-digest';
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
