import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { RetrievalError } from '../../retrieval-error.ts';
import type { TokenVectorCodec } from '../residual/token-vector-codec.ts';
import { draftEnding, listFolder } from '../whole-file.ts';
import { readCodec, writeCodec } from './codec-file.ts';
import { mergeSegments } from './merge-segments.ts';
import {
  checkModel,
  manifestName,
  type PlaidManifest,
  type PlaidModel,
  readManifest,
  type SegmentEntry,
  writeManifest,
} from './plaid-manifest.ts';
import { SegmentFile, writeSegment } from './segment-file.ts';

/** Segment and place of each document that is there. */
type Places = Map<string, { file: string; place: number }>;

/** A document and the vectors of its tokens. */
export type PlaidDocument = { id: string; tokens: TokenVectors };

/**
 * Changes a PLAID index. Each change is one replacement of the manifest, so that a killed writer leaves the index as it was
 * before or after it. Only one writer may work on a folder at a time; readers need not stop, and see a change when they open
 * the index again.
 */
export class PlaidWriter {
  readonly codec: TokenVectorCodec;
  readonly #folder: string;
  #manifest: PlaidManifest;
  readonly #places: Places;

  private constructor(folder: string, codec: TokenVectorCodec, manifest: PlaidManifest, places: Places) {
    this.#folder = folder;
    this.codec = codec;
    this.#manifest = manifest;
    this.#places = places;
  }

  /**
   * Begins an empty index of vectors of a model, in the place of one that may be there.
   * @throws RetrievalError retrieval/wrong-vector where the codec was learnt from vectors of another length
   */
  static async create(folder: string, codec: TokenVectorCodec, model: PlaidModel): Promise<PlaidWriter> {
    if (codec.dimensions !== model.dimensions) {
      const detail = `The codec is for ${codec.dimensions} dimensions, and ${model.name} gives ${model.dimensions}.`;
      throw new RetrievalError('retrieval/wrong-vector', detail);
    }
    const before = await readManifest(folder).catch(() => undefined);
    const number = (before?.next ?? 0) + 1;
    const { name, digest, dimensions } = model;
    const manifest: PlaidManifest = {
      format: 2,
      model: { name, digest, dimensions },
      codec: `codec-${number}.bin`,
      next: number + 1,
      segments: [],
    };
    await writeCodec(folder, manifest.codec, codec);
    await writeManifest(folder, manifest);
    await deleteOthers(folder, manifest);
    return new PlaidWriter(folder, codec, manifest, new Map());
  }

  /**
   * @param model whose vectors are to be added
   * @returns undefined where no index was begun
   * @throws RetrievalError retrieval/damaged-index, retrieval/wrong-vector where it holds vectors of another model
   */
  static async open(folder: string, model: PlaidModel): Promise<PlaidWriter | undefined> {
    const manifest = await readManifest(folder);
    if (!manifest) return undefined;
    checkModel(manifest, model);
    await deleteOthers(folder, manifest);
    const places: Places = new Map();
    for (const { file, removed } of manifest.segments) {
      const segment = await SegmentFile.open(folder, file);
      await segment.close();
      const gone = new Set(removed);
      for (const [place, id] of segment.segment.ids.entries()) if (!gone.has(place)) places.set(id, { file, place });
    }
    return new PlaidWriter(folder, await readCodec(folder, manifest.codec), manifest, places);
  }

  /** Documents that are there. */
  get size(): number {
    return this.#places.size;
  }

  /**
   * Adds documents, in the place of those with the same ids; of two with one id the last counts.
   * @throws RetrievalError retrieval/wrong-vector for other dimensions or numbers that are not finite, retrieval/cancelled
   */
  async add(documents: readonly PlaidDocument[], { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const added = [...new Map(documents.map((document) => [document.id, document])).values()];
    if (added.length === 0) return;
    const { codes, records } = await this.codec.encode(this.#concatenated(added), signal);
    const file = `segment-${this.#manifest.next}.bin`;
    const ids = added.map(({ id }) => id);
    const lengths = Uint32Array.from(added, ({ tokens }) => tokens.count);
    await writeSegment(this.#folder, file, { ids, lengths, codes }, records);
    await this.#commit([...this.#without(ids), { file, removed: [] }]);
    for (const [place, id] of ids.entries()) this.#places.set(id, { file, place });
  }

  /** Removes documents; ids that are not there do not matter. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.#commit(this.#without(ids));
    for (const id of ids) this.#places.delete(id);
  }

  /** Puts all documents into one segment and frees what removed ones took. All codes and records pass through memory. */
  async optimize(): Promise<void> {
    const { segments, next } = this.#manifest;
    if (segments.length <= 1 && segments.every(({ removed }) => removed.length === 0)) return;
    const file = `segment-${next}.bin`;
    const { segment, records } = await mergeSegments(this.#folder, segments, this.codec.recordBytes);
    await writeSegment(this.#folder, file, segment, records);
    await this.#commit([{ file, removed: [] }]);
    this.#places.clear();
    for (const [place, id] of segment.ids.entries()) this.#places.set(id, { file, place });
    await deleteOthers(this.#folder, this.#manifest);
  }

  #without(ids: readonly string[]): SegmentEntry[] {
    const gone = Map.groupBy(
      [...new Set(ids)].flatMap((id) => this.#places.get(id) ?? []),
      ({ file }) => file,
    );
    return this.#manifest.segments.map(({ file, removed }) => ({
      file,
      removed: [...removed, ...(gone.get(file) ?? []).map(({ place }) => place)],
    }));
  }

  async #commit(segments: readonly SegmentEntry[]): Promise<void> {
    const manifest = { ...this.#manifest, next: this.#manifest.next + 1, segments };
    await writeManifest(this.#folder, manifest);
    this.#manifest = manifest;
  }

  #concatenated(documents: readonly PlaidDocument[]): TokenVectors {
    const { dimensions } = this.codec;
    const count = documents.reduce((sum, { tokens }) => sum + tokens.count, 0);
    const data = new Float32Array(count * dimensions);
    let at = 0;
    for (const { id, tokens } of documents) {
      if (tokens.dimensions !== dimensions) {
        const detail = `${id} has vectors of ${tokens.dimensions} dimensions, the index of ${dimensions}.`;
        throw new RetrievalError('retrieval/wrong-vector', detail);
      }
      const numbers = tokens.data.subarray(0, tokens.count * dimensions);
      if (!numbers.every(Number.isFinite)) {
        throw new RetrievalError('retrieval/wrong-vector', `A vector of ${id} has numbers that are not finite.`);
      }
      data.set(numbers, at);
      at += numbers.length;
    }
    return { count, dimensions, data };
  }
}

/** Deletes files that the manifest does not name: drafts and what a killed or finished writer left. */
async function deleteOthers(folder: string, { codec, segments }: PlaidManifest): Promise<void> {
  const named = new Set([manifestName, codec, ...segments.map(({ file }) => file)]);
  for (const name of await listFolder(folder)) {
    const isOurs = /^(?:codec|segment)-\d+\.bin/.test(name) || name === `${manifestName}${draftEnding}`;
    if (isOurs && !named.has(name)) await rm(join(folder, name), { force: true });
  }
}
