import type { TokenVectors } from '@askg/inference';
import { toRetrievalError } from '../../engine-errors.ts';
import { RetrievalError } from '../../retrieval-error.ts';
import { maxSimScorer } from '../max-sim.ts';
import type { TokenVectorCodec } from '../residual/token-vector-codec.ts';
import { KernelMemory } from '../simd/kernel-memory.ts';
import { toRows } from '../simd/layout.ts';
import { chooseCandidates } from './candidates.ts';
import { CentroidScores, type PlacedCentroids } from './centroid-scores.ts';
import { readCodec } from './codec-file.ts';
import { InvertedLists } from './inverted-lists.ts';
import { type LivingDocuments, livingDocuments } from './living-documents.ts';
import { checkModel, type PlaidModel, readManifest } from './plaid-manifest.ts';
import { type PlaidSettings, settingsFor } from './plaid-settings.ts';
import { SegmentFile } from './segment-file.ts';

/** A document and its MaxSim score over the decoded vectors, divided by the number of query tokens. */
export type PlaidHit = { id: string; score: number };
/** Settings not given are those of `settingsFor(limit)`; `among` scores these documents exactly and looks at no others. */
export type PlaidSearchOptions = Partial<PlaidSettings> & {
  limit?: number;
  among?: readonly string[];
  signal?: AbortSignal;
};

/**
 * A PLAID index as it was when it was opened: late interaction over many documents, of which few are decoded. Codes and lists
 * are held in memory (8 bytes a token vector), records are read from the files for the documents that need them.
 * Source: Santhanam et al., PLAID, CIKM 2022.
 */
export class PlaidIndex {
  readonly #codec: TokenVectorCodec;
  readonly #files: readonly SegmentFile[];
  readonly #documents: LivingDocuments;
  readonly #lists: InvertedLists;
  readonly #centroids: PlacedCentroids;
  /** Token vectors of the longest document. */
  readonly #longest: number;
  #numbers: ReadonlyMap<string, number> | undefined;

  private constructor(codec: TokenVectorCodec, files: readonly SegmentFile[], documents: LivingDocuments) {
    this.#codec = codec;
    this.#files = files;
    this.#documents = documents;
    const { count } = codec.centroids;
    this.#lists = new InvertedLists(documents.starts, documents.codes, count);
    this.#longest = documents.ids.reduce(
      (most, _, i) => Math.max(most, (documents.starts[i + 1] as number) - (documents.starts[i] as number)),
      0,
    );
    const memory = new KernelMemory();
    this.#centroids = { memory, address: memory.place(toRows(codec.centroids)), count };
  }

  /**
   * @param model whose vectors the queries are
   * @returns undefined where no index was begun
   * @throws RetrievalError retrieval/damaged-index, retrieval/wrong-vector where it holds vectors of another model
   */
  static async open(folder: string, model: PlaidModel): Promise<PlaidIndex | undefined> {
    // A writer may delete files between the reading of the manifest and theirs; the next manifest names others.
    for (let attempt = 1; ; attempt++) {
      const manifest = await readManifest(folder);
      if (!manifest) return undefined;
      checkModel(manifest, model);
      const files: SegmentFile[] = [];
      try {
        const codec = await readCodec(folder, manifest.codec);
        for (const { file } of manifest.segments) files.push(await SegmentFile.open(folder, file));
        return new PlaidIndex(codec, files, livingDocuments(files, manifest.segments, codec.centroids.count));
      } catch (error) {
        await Promise.all(files.map((file) => file.close()));
        const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!isMissing || attempt === 3) throw toRetrievalError(error);
      }
    }
  }

  /** Documents that can be found. */
  get size(): number {
    return this.#documents.ids.length;
  }

  /**
   * The documents of the greatest scores, the greatest first; of equals the one whose id is lower.
   * @throws RetrievalError retrieval/wrong-vector, retrieval/cancelled, retrieval/damaged-index
   */
  async search(query: TokenVectors, options: PlaidSearchOptions = {}): Promise<PlaidHit[]> {
    if (query.dimensions !== this.#codec.dimensions) {
      const detail = `The query has ${query.dimensions} dimensions, the index ${this.#codec.dimensions}.`;
      throw new RetrievalError('retrieval/wrong-vector', detail);
    }
    if (!query.data.every(Number.isFinite)) {
      throw new RetrievalError('retrieval/wrong-vector', 'A vector of the query has numbers that are not finite.');
    }
    const { limit = 10, among, signal } = options;
    if (query.count === 0 || limit <= 0) return [];
    const candidates = among
      ? this.#numbersOf(among)
      : this.#choose(query, { ...settingsFor(limit), ...options }, limit);
    const decoded = await Promise.all(Array.from(candidates, async (document) => this.#decode(document)));
    if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.');
    const score = maxSimScorer(query);
    return decoded
      .flatMap(({ id, tokens }): PlaidHit[] => {
        const value = score(tokens);
        return value === undefined ? [] : [{ id, score: value }];
      })
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async close(): Promise<void> {
    await Promise.all(this.#files.map((file) => file.close()));
  }

  #choose(query: TokenVectors, settings: PlaidSettings, limit: number): Uint32Array {
    const scores = new CentroidScores(this.#centroids, query, this.#longest);
    try {
      return chooseCandidates(scores, this.#lists, this.#documents, settings, limit);
    } finally {
      scores.close();
    }
  }

  #numbersOf(ids: readonly string[]): number[] {
    this.#numbers ??= new Map(this.#documents.ids.map((id, number) => [id, number]));
    const numbers = this.#numbers;
    return [...new Set(ids)].flatMap((id) => numbers.get(id) ?? []);
  }

  async #decode(document: number): Promise<{ id: string; tokens: TokenVectors }> {
    const { ids, starts, codes, segments, firsts } = this.#documents;
    const [start, end] = [starts[document] as number, starts[document + 1] as number];
    const file = this.#files[segments[document] as number] as SegmentFile;
    const count = end - start;
    const records = await file.records(firsts[document] as number, count);
    const tokens = this.#codec.decode({ count, codes: codes.subarray(start, end), records });
    return { id: ids[document] as string, tokens };
  }
}
