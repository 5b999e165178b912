import type { Degraded } from '@askg/contract';
import type { Embedder } from '@askg/inference';
import { fuseByMinMax } from '../fuse/min-max.ts';
import type { PassageCounts, PassageHit, PassageIndex, SearchOptions } from '../passage-index.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { MaxSimReranker } from '../rerank/max-sim-reranker.ts';
import type { Reranked, Reranker } from '../rerank/reranker.ts';
import type { BlendPart } from './blend-scores.ts';
import { modelUse } from './models-used.ts';
import { type QuestionVectors, embedQuestion, wordsOnly } from './question-vectors.ts';
import { Ranking } from './ranking.ts';
import type { Retrieval, RetrieveOptions, TextScores } from './retrieval.ts';
import { scoreByMeaning, scoreByWords } from './score-texts.ts';
import { type RetrievalSettings, defaultSettings, maxQuestionCharacters } from './settings.ts';
import { Stopwatch } from './stopwatch.ts';

export type RetrieverOptions = {
  index: PassageIndex;
  /** Without one only words are searched. */
  embedder?: Embedder;
  /** Why there is no embedder, for `degraded`. */
  withoutEmbedder?: string;
  /** Applied one after the other; by default late interaction with the embedder's token vectors. */
  rerankers?: readonly Reranker[];
  settings?: Partial<RetrievalSettings>;
  /** Milliseconds on any steady clock, for timings and deadlines. */
  now?: () => number;
};

/** Milliseconds of the time for an answer that are kept back for giving it, should a reranker use up the rest. */
const reserveMs = 100;

/** Finds the passages that answer a question: by words and by meaning, the two fused, the best of them reranked. */
export class Retriever {
  readonly #index: PassageIndex;
  readonly #embedder: Embedder | undefined;
  readonly #withoutEmbedder: string;
  readonly #rerankers: readonly Reranker[];
  readonly #settings: RetrievalSettings;
  readonly #now: () => number;

  constructor({ index, embedder, withoutEmbedder, rerankers, settings, now = steadyClock }: RetrieverOptions) {
    this.#index = index;
    this.#embedder = embedder;
    this.#withoutEmbedder = withoutEmbedder ?? 'No embedding model is open.';
    this.#settings = { ...defaultSettings, ...settings };
    const { tokens } = this.#settings.blend;
    this.#rerankers = rerankers ?? (embedder ? [new MaxSimReranker(index, embedder.model, now, tokens)] : []);
    this.#now = now;
  }

  /**
   * The best passages for a question, best first; none for a blank one. Where a step could not run as wanted the others go
   * on, and `degraded` says so.
   * @throws RetrievalError retrieval/cancelled, retrieval/damaged-index, retrieval/closed, retrieval/unreachable,
   * retrieval/server-refused
   */
  async retrieve(question: string, { limit, filter, signal, deadlineMs }: RetrieveOptions): Promise<Retrieval> {
    const watch = new Stopwatch(this.#now, deadlineMs);
    const { text, degraded } = shorten(question);
    if (text === '') return { passages: [], degraded, timings: watch.timings };
    const search = { limit: this.#settings.pool, ...(filter ? { filter } : {}), ...(signal ? { signal } : {}) };
    const [byWords, { hits: byVector, query, notes }] = await Promise.all([
      watch.time('words', () => this.#index.searchWords(text, search)),
      this.#searchByMeaning(text, search, watch),
    ]);
    degraded.push(...notes);
    const ranking = await watch.time('fuse', () => this.#fuse(byWords, byVector));
    const models = this.#embedder && byVector.length > 0 ? [modelUse('embedder', this.#embedder.model)] : [];
    const parts: BlendPart[] = [
      { method: 'bm25', weight: this.#settings.blend.words, normal: true },
      { method: 'dense', weight: 1 },
    ];
    for (const reranker of this.#rerankers) {
      if (ranking.size === 0) break;
      const reranked = await watch.time('rerank', () => this.#rerank(reranker, ranking, text, query, watch, signal));
      degraded.push(...reranked.degraded);
      if (reranked.scores.every((score) => score === undefined)) continue;
      const { method = reranker.name } = reranked;
      ranking.rerank(method, reranked.scores);
      if (reranker.model && method === reranker.name) models.push(modelUse('reranker', reranker.model));
      if (reranker.weight === undefined) continue;
      parts.push({ method, weight: reranker.weight });
      ranking.blend('blend', parts, reranked.scores.length);
    }
    return { passages: ranking.ranked(limit), degraded, models, timings: watch.timings };
  }

  /**
   * Scores of short texts for a question, for choosing sentences: by meaning where there is an embedder, else by shared words.
   * Higher is better; scores compare within one call, and between calls of one method.
   * @throws RetrievalError retrieval/cancelled
   */
  async scoreTexts(
    question: string,
    texts: readonly string[],
    { signal, deadlineMs }: { signal?: AbortSignal; deadlineMs?: number } = {},
  ): Promise<TextScores> {
    const { text } = shorten(question);
    const options = { ...(signal ? { signal } : {}), ...(deadlineMs === undefined ? {} : { deadlineMs }) };
    const byMeaning = this.#embedder && (await scoreByMeaning(this.#embedder, text, texts, options));
    if (signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The scoring was cancelled.');
    return byMeaning ?? scoreByWords(this.#index, text, texts);
  }

  async #searchByMeaning(
    text: string,
    search: SearchOptions,
    watch: Stopwatch,
  ): Promise<{ hits: PassageHit[]; query: QuestionVectors; notes: Degraded[] }> {
    const embedder = this.#embedder;
    if (!embedder) return { hits: [], query: { degraded: [] }, notes: [wordsOnly(this.#withoutEmbedder)] };
    const signal = search.signal ? { signal: search.signal } : {};
    const query = await watch.time('embed', () => embedQuestion(embedder, text, { ...signal, leftMs: watch.left() }));
    const { vector } = query;
    if (!vector) return { hits: [], query, notes: query.degraded };
    try {
      const [hits, counts] = await watch.time('vectors', () =>
        Promise.all([this.#index.searchVector(embedder.model, vector, search), this.#index.counts(embedder.model)]),
      );
      return { hits, query, notes: notEmbedded(counts) };
    } catch (error) {
      if (!(error instanceof RetrievalError) || error.code === 'retrieval/cancelled') throw error;
      return { hits: [], query, notes: [wordsOnly(error.message)] };
    }
  }

  #rerank(
    reranker: Reranker,
    ranking: Ranking,
    text: string,
    { tokens }: QuestionVectors,
    watch: Stopwatch,
    signal: AbortSignal | undefined,
  ): Promise<Reranked> {
    const left = watch.left();
    return reranker.rerank(
      { text, ...(tokens ? { tokens } : {}) },
      ranking.top(Math.min(this.#settings.rerank, reranker.depth ?? Infinity)),
      { ...(signal ? { signal } : {}), ...(left === Infinity ? {} : { deadlineMs: Math.max(0, left - reserveMs) }) },
    );
  }

  #fuse(byWords: readonly PassageHit[], byVector: readonly PassageHit[]): Ranking {
    const { weights } = this.#settings;
    const ranking = new Ranking();
    const legs = [
      { list: ranking.note('bm25', byWords), weight: weights.words },
      { list: ranking.note('dense', byVector), weight: weights.vectors },
    ];
    ranking.order('fused', fuseByMinMax(legs));
    return ranking;
  }
}

/** A question that can be searched for: no half characters, no surrounding blanks, not too long. */
function shorten(question: string): { text: string; degraded: Degraded[] } {
  const whole = question.toWellFormed().trim();
  if (whole.length <= maxQuestionCharacters) return { text: whole, degraded: [] };
  const text = whole.slice(0, maxQuestionCharacters).toWellFormed();
  const used = `its first ${maxQuestionCharacters} characters`;
  return {
    text,
    degraded: [{ step: 'retrieval', wanted: 'the whole question', used, reason: 'The question is very long.' }],
  };
}

/** The note that passages lack a vector, if any do. */
function notEmbedded({ passages, vectors }: PassageCounts): Degraded[] {
  if (vectors >= passages) return [];
  if (vectors === 0) return [wordsOnly('No passage has been embedded yet.')];
  return [
    {
      step: 'retrieval',
      wanted: `vectors of ${passages} passages`,
      used: `vectors of ${vectors}`,
      reason: 'The others are still being embedded; they are found by words only.',
    },
  ];
}

const steadyClock = (): number => performance.now();
