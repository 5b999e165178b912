import type { LastTokenEncoder, ModelIdentity, RunOptions } from '@askg/inference';
import { searchableText } from '../../passages/context-text.ts';
import type { Passage } from '../../passages/passage.ts';
import { checkVector } from '../../vectors/check-vector.ts';
import type { VectorCache } from '../../vectors/vector-cache.ts';
import { unscored } from '../partly-reranked.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { packPrompt } from './pack-prompt.ts';
import { type GivenVectors, type PassageVectors, checkSameModel } from './passage-vectors.ts';
import { defaultTask, documentForm, namedTokens, queryForm } from './prompts.ts';
import { RememberedVectors } from './remembered-vectors.ts';
import { scoreByVector } from './score-by-vector.ts';
import { oneLine } from './one-line.ts';
import { TimeLeft } from '../time-left.ts';
import { cutToTokens, tokenCounter } from '../token-budget.ts';
import { unit } from './vector-sums.ts';

export type E2RankSettings = {
  /** First candidates that stand in the prompt, 20 when not given: more gain nothing, and may harm (paper). 0: the query alone. */
  listed?: number | undefined;
  /** Tokens of the prompt at most, 4,096 when not given, or the model's window when that is smaller. */
  promptTokens?: number | undefined;
  /** Whitespace words of a passage that are read, 1,024 when not given, as in the evaluation. */
  words?: number | undefined;
  /** What the search is told to do; the one of web search when not given. Only the query alone is read with it. */
  task?: string | undefined;
  /** Candidates that are given to it, 100 when not given. */
  depth?: number | undefined;
  /** What its cosine counts beside those of the search; without it, it orders alone. */
  weight?: number | undefined;
  /** Vectors of passages to remember, 10,000 when not given. */
  entries?: number | undefined;
  /** Passages given to the model at once, 4 when not given; a server takes more. */
  batch?: number | undefined;
  /** Where vectors of its passages may lie already. */
  kept?: VectorCache | undefined;
  /** Vectors of passages from elsewhere, of the very same weights. */
  passages?: PassageVectors | undefined;
};

const name = 'e2rank';

/**
 * E2Rank (arXiv 2510.22733): one decoder embeds passages once, and a pseudo-query made of the query and the first
 * candidates at each search; the cosines between order all candidates, also those that the prompt does not hold.
 * Passages and query go in on one line each with special tokens made plain; see `oneLine`.
 */
export class E2RankReranker implements Reranker {
  readonly name = name;
  readonly model: ModelIdentity;
  readonly depth: number;
  readonly weight: number | undefined;
  readonly #encoder: LastTokenEncoder;
  readonly #now: () => number;
  readonly #settings: E2RankSettings;
  readonly #passages: PassageVectors;
  readonly #count: (text: string) => number;
  readonly #specials: readonly string[];

  /**
   * @param now milliseconds on any steady clock
   * @throws RetrievalError retrieval/wrong-vector when the passages' vectors are another model's
   */
  constructor(encoder: LastTokenEncoder, now: () => number, settings: E2RankSettings = {}) {
    this.model = encoder.model;
    this.depth = settings.depth ?? 100;
    this.weight = settings.weight;
    this.#encoder = encoder;
    this.#now = now;
    this.#settings = settings;
    this.#count = tokenCounter(encoder.tokenizer);
    this.#specials = encoder.tokenizer?.specials ?? namedTokens;
    const { passages, entries, batch, kept } = settings;
    if (passages) checkSameModel(this.model, passages.model);
    this.#passages =
      passages ??
      new RememberedVectors(this.model, {
        textOf: (passage) => documentForm(this.#textOf(passage).text),
        encode: (texts, options) => encoder.lastStates(texts, options),
        now,
        entries,
        batch,
        kept,
      });
  }

  /** Makes the vectors of passages ahead of a search, which then only waits for its pseudo-query. */
  async prepare(passages: readonly Passage[], { signal, deadlineMs }: RerankOptions = {}): Promise<GivenVectors> {
    return this.#passages.vectors(passages, {
      priority: 'background',
      ...(signal ? { signal } : {}),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    });
  }

  async rerank({ text }: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    if (candidates.length === 0) return { scores: [], degraded: [] };
    const time = new TimeLeft(options, this.#now);
    let query: Float32Array;
    try {
      query = await this.#read(this.prompt(text, candidates), time.options());
    } catch (error) {
      time.checkCancelled(error);
      return unscored(name, candidates, error);
    }
    const given = await this.#passages.vectors(candidates, time.options());
    const truncated = candidates.filter((candidate) => this.#textOf(candidate).cut).length;
    return { ...scoreByVector(name, query, given), truncated };
  }

  /** The prompt whose last token stands for the query among these candidates. */
  prompt(query: string, candidates: readonly Passage[]): string {
    const { listed = 20, promptTokens = 4_096, task = defaultTask } = this.#settings;
    const budget = Math.min(promptTokens, this.model.maxTokens);
    const { text } = oneLine(query, maxQueryWords, this.#specials);
    const texts = candidates.slice(0, listed).map((candidate) => this.#textOf(candidate).text);
    const packed = texts.length > 0 ? packPrompt(text, texts, budget, this.#count) : undefined;
    if (packed && packed.documents > 0) return packed.prompt;
    const room = budget - this.#count(queryForm('', task));
    return queryForm(cutToTokens(text, room, this.#count).text, task);
  }

  async #read(prompt: string, options: RunOptions): Promise<Float32Array> {
    const [state = new Float32Array()] = await this.#encoder.lastStates([prompt], options);
    checkVector(state, this.model);
    return unit(state);
  }

  close(): Promise<void> {
    return this.#encoder.close();
  }

  #textOf(passage: Passage): { text: string; cut: boolean } {
    const { words = 1_024 } = this.#settings;
    const line = oneLine(searchableText(passage), words, this.#specials);
    const { text, cut } = cutToTokens(line.text, this.model.maxTokens - 1, this.#count);
    return { text, cut: line.cut || cut };
  }
}

/** The model was trained with queries of 512 tokens at most. */
const maxQueryWords = 512;
