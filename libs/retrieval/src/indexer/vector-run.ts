import { type Embedder, InferenceError, type TokenVectors } from '@askg/inference';
import type { PassageStore } from '../passage-store.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';
import { passagesPerFile } from '../late-interaction/token-files.ts';
import { searchableText } from '../passages/context-text.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import type { VectorCache } from '../vectors/vector-cache.ts';
import { embedPassages } from './embed-passages.ts';
import type { Exclusive } from './exclusive.ts';
import { type IndexOptions, type IndexReport, failure } from './index-report.ts';
import type { PaperGraph } from './pending-papers.ts';
import type { VectorBuffer } from './vector-buffer.ts';

/** Where vectors come from, and where they go. */
export type VectorTarget = { store: PassageStore; exclusive: Exclusive; embedder: Embedder };

/** One run of embedding: what is done to each paper. */
export class VectorRun {
  readonly #work: VectorTarget;
  readonly #buffer: VectorBuffer;
  readonly #options: IndexOptions;
  readonly #report: IndexReport;
  /** False once the model has said that it gives no token vectors. */
  hasTokens = true;

  constructor(work: VectorTarget, buffer: VectorBuffer, options: IndexOptions, report: IndexReport) {
    this.#work = work;
    this.#buffer = buffer;
    this.#options = options;
    this.#report = report;
  }

  /** Does something with each paper; one that fails is reported, unless nothing can go on. */
  async each(
    step: 'vectors' | 'tokens',
    papers: readonly PaperGraph[],
    work: (paper: PaperGraph) => Promise<void>,
  ): Promise<void> {
    const { signal, progress } = this.#options;
    for (const [i, paper] of papers.entries()) {
      try {
        if (signal?.aborted) throw signal.reason;
        await work(paper);
      } catch (error) {
        if (signal?.aborted) {
          throw new RetrievalError('retrieval/cancelled', 'Embedding was cancelled.', { cause: error });
        }
        if (isLasting(error)) throw error;
        this.#report.failed.push(failure(paper.key, error));
      }
      progress?.({ step, done: i + 1, total: papers.length, paper: paper.key });
    }
  }

  /** Takes the vectors of a paper from the cache when it holds all of them. */
  async fromCache(paper: PaperGraph, cache: VectorCache): Promise<void> {
    const { store, embedder } = this.#work;
    const passages = await store.passagesOf(paper.key, paper.digest);
    const rows: EmbeddedPassage[] = [];
    for (const passage of passages) {
      const vector = cache.get(embedder.model, searchableText(passage));
      if (!vector) return;
      rows.push({ passage, vector });
    }
    const known = await store.embedded(embedder.model, paper.key, paper.digest);
    await this.#buffer.add(
      paper,
      rows.filter(({ passage }) => !known.has(passage.iri)),
    );
    this.#buffer.finish(paper);
  }

  /** Embeds what a paper lacks, part by part, so that little is lost when the run is ended. */
  async embed(paper: PaperGraph): Promise<void> {
    const { store, embedder } = this.#work;
    const passages = await store.passagesOf(paper.key, paper.digest);
    const known = await store.embedded(embedder.model, paper.key, paper.digest);
    const tokens = store.tokens(embedder.model);
    let complete = true;
    for (const [part, chunk] of parts(passages)) {
      if (chunk.every(({ iri }) => known.has(iri))) {
        complete &&= await tokens.has(paper.digest, part);
        continue;
      }
      const embedded = await embedPassages(embedder, chunk, this.#options.signal);
      if (embedded.tokens) await this.#writeTokens(paper, part, embedded.tokens);
      else this.hasTokens = complete = false;
      const rows = chunk.map((passage, i) => ({ passage, vector: embedded.vectors[i] ?? new Float32Array() }));
      await this.#buffer.add(
        paper,
        rows.filter(({ passage }) => !known.has(passage.iri)),
      );
    }
    if (complete) await this.#finishTokens(paper);
    this.#buffer.finish(paper);
  }

  /** Makes the token vectors of a paper whose vectors are there. */
  async embedTokens(paper: PaperGraph): Promise<void> {
    if (!this.hasTokens) return;
    const { store, embedder } = this.#work;
    const tokens = store.tokens(embedder.model);
    for (const [part, chunk] of parts(await store.passagesOf(paper.key, paper.digest))) {
      if (await tokens.has(paper.digest, part)) continue;
      const embedded = await embedPassages(embedder, chunk, this.#options.signal);
      this.hasTokens = embedded.tokens !== undefined;
      if (!embedded.tokens) return;
      await this.#writeTokens(paper, part, embedded.tokens);
    }
    await this.#finishTokens(paper);
  }

  /** Not while `catchUp` deletes what belongs to no paper any more: it would take half a file for that. */
  #writeTokens({ digest }: PaperGraph, part: number, tokens: readonly TokenVectors[]): Promise<void> {
    const { store, exclusive, embedder } = this.#work;
    return exclusive.run(() => store.tokens(embedder.model).write(digest, part, tokens));
  }

  #finishTokens({ digest }: PaperGraph): Promise<void> {
    const { store, exclusive, embedder } = this.#work;
    return exclusive.run(() => store.tokens(embedder.model).finish(digest));
  }
}

/** A model that is closed, or a server that embeds nothing now. */
const lasting: ReadonlySet<string> = new Set([
  'inference/closed',
  'inference/server-unreachable',
  'inference/server-failed',
  'inference/key-refused',
  'inference/rate-limited',
  'inference/deadline',
]);

/** Whether the next paper would meet the same. */
export function isLasting(error: unknown): boolean {
  if (error instanceof InferenceError) return lasting.has(error.code);
  return error instanceof RetrievalError && error.code !== 'retrieval/wrong-vector';
}

/** Passages by the file that their token vectors share. */
function parts(passages: readonly Passage[]): [number, Passage[]][] {
  return [...Map.groupBy(passages, ({ ordinal }) => Math.floor(ordinal / passagesPerFile))];
}
