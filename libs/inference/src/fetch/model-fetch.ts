import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceError } from '../inference-error.ts';
import type { FileSource, MavenSource, ModelEntry, ModelFile } from '../manifest/model-entry.ts';
import { download } from './download.ts';
import { fileDigest } from './file-digest.ts';
import { coordinates, unpackArtifact } from './maven.ts';
import { SourceFailure } from './source-failure.ts';

/** How far a file has come; `bytes` of `total` are here. Maven says nothing until all is here. */
export type FetchProgress = { model: string; file: string; source: string; bytes: number; total: number };

export type SourceOptions = {
  /** Name or path of Maven's command. */
  mvn: string;
  /** Milliseconds until a server must have answered. */
  connectTimeoutMs: number;
  /** Milliseconds without a byte after which a source is given up. */
  stallTimeoutMs: number;
};

export type ModelFetchOptions = SourceOptions & { signal: AbortSignal; progress: (progress: FetchProgress) => void };

type Refusal = { source: string; reason: string; wrongDigest: boolean };

/** One fetch of one model's files into a temporary folder; it remembers hosts and artifacts from one file to the next. */
export class ModelFetch {
  readonly #model: ModelEntry;
  readonly #folder: string;
  readonly #options: ModelFetchOptions;
  readonly #closedHosts = new Map<string, string>();
  readonly #unpacked = new Map<string, Promise<string>>();

  constructor(model: ModelEntry, folder: string, options: ModelFetchOptions) {
    this.#model = model;
    this.#folder = folder;
    this.#options = options;
  }

  /** Where the file stands, whole and with the digest of the manifest. Throws coded errors. */
  async file(file: ModelFile): Promise<string> {
    if (file.sources.length === 0) {
      const detail = `${this.#model.name}/${file.name} has no source: it has to be put into the models folder.`;
      throw new InferenceError('inference/fetch-failed', detail);
    }
    const refusals: Refusal[] = [];
    for (const source of file.sources) {
      try {
        return await this.#from(source, file);
      } catch (error) {
        this.#options.signal.throwIfAborted();
        if (!(error instanceof SourceFailure)) throw error;
        refusals.push({ source: nameOf(source), reason: error.message, wrongDigest: error instanceof WrongDigest });
      }
    }
    const code = refusals.some(({ wrongDigest }) => wrongDigest)
      ? 'inference/digest-mismatch'
      : 'inference/fetch-failed';
    const said = refusals.map(({ source, reason }) => `${source} ${reason}`).join('; ');
    throw new InferenceError(code, `${this.#model.name}/${file.name}: ${said}.`);
  }

  async #from(source: FileSource, file: ModelFile): Promise<string> {
    this.#say(file, source, 0);
    const path =
      source.from === 'url' ? await this.#fromUrl(source.url, source, file) : await this.#fromMaven(source, file);
    const digest = await fileDigest(path, this.#options.signal);
    if (digest !== file.sha256) {
      await rm(path);
      throw new WrongDigest(`gave a file with the digest ${digest} instead of ${file.sha256}`);
    }
    this.#say(file, source, file.bytes);
    return path;
  }

  async #fromUrl(url: string, source: FileSource, file: ModelFile): Promise<string> {
    const { host } = new URL(url);
    const closed = this.#closedHosts.get(host);
    if (closed !== undefined) throw new SourceFailure(closed);
    const path = join(this.#folder, file.name);
    try {
      await download(url, path, file.bytes, {
        ...this.#options,
        progress: (bytes) => this.#say(file, source, bytes),
      });
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof SourceFailure && error.hostIsClosed) this.#closedHosts.set(host, error.message);
      throw error;
    }
    return path;
  }

  async #fromMaven(source: MavenSource, file: ModelFile): Promise<string> {
    const artifact = coordinates(source);
    let unpacked = this.#unpacked.get(artifact);
    if (unpacked === undefined) {
      unpacked = this.#unpack(source, artifact);
      this.#unpacked.set(artifact, unpacked);
    }
    const path = join(await unpacked, source.entry);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new SourceFailure(`holds no ${source.entry}`);
    if (found.size !== file.bytes) {
      throw new WrongDigest(`gave a file of ${found.size} bytes instead of ${file.bytes}`);
    }
    return path;
  }

  async #unpack(source: MavenSource, artifact: string): Promise<string> {
    const folder = join(this.#folder, `jar-${this.#unpacked.size}`);
    const entries = this.#model.files
      .flatMap(({ sources }) => sources)
      .filter((other): other is MavenSource => other.from === 'maven' && coordinates(other) === artifact)
      .map(({ entry }) => entry);
    await unpackArtifact(source, entries, folder, { ...this.#options, command: this.#options.mvn });
    return folder;
  }

  #say(file: ModelFile, source: FileSource, bytes: number): void {
    const { name: model } = this.#model;
    this.#options.progress({ model, file: file.name, source: nameOf(source), bytes, total: file.bytes });
  }
}

class WrongDigest extends SourceFailure {}

function nameOf(source: FileSource): string {
  return source.from === 'url' ? source.url : `Maven artifact ${coordinates(source)}`;
}
