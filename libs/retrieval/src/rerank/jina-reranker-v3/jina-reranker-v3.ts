import { setImmediate } from 'node:timers/promises';
import type { ModelIdentity } from '@askg/inference';
import { searchableText } from '../../passages/context-text.ts';
import type { Passage } from '../../passages/passage.ts';
import { partlyReranked } from '../partly-reranked.ts';
import { reasonOf, timeUp } from '../reason-of.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from '../reranker.ts';
import { TimeLeft } from '../time-left.ts';
import { nextBlock } from './block-plan.ts';
import type { BlockReader, BlockReading } from './block-reader.ts';
import type { FitText, FittedText } from './fit-text.ts';
import { FittedPassages } from './fitted-passages.ts';
import { limitsFor, type ListwiseLimits } from './limits.ts';
import { type BlockVectors, mergeBlocks } from './merge-blocks.ts';
import { listwisePrompt } from './prompt.ts';
import { stripSpecials } from './strip-specials.ts';

export type JinaRerankerOptions = {
  reader: BlockReader;
  model: ModelIdentity;
  /** What really runs, such as `jina-reranker-v3 by prefixes`. */
  name: string;
  /** The special tokens of the model's vocabulary, which are taken out of all texts. */
  specials: readonly string[];
  fit: FitText;
  limits: ListwiseLimits;
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** What to heed beside relevance, in words. */
  instruction?: string | undefined;
  /** Passages that are scored for a question. */
  depth: number;
};

/**
 * jina-reranker-v3: reads many passages and the query in one prompt, in which each passage sees those before it, and compares
 * what the model has made of each with what it has made of the query. Scores are cosines. More passages than a block holds are
 * read block after block and merged; when the time is up between blocks, those read by then have scores.
 */
export class JinaRerankerV3 implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity;
  readonly depth: number;
  readonly #options: JinaRerankerOptions;
  readonly #limits: ReturnType<typeof limitsFor>;
  readonly #instruction: string | undefined;

  constructor(options: JinaRerankerOptions) {
    const { limits, model, fit, specials, instruction } = options;
    this.name = options.name;
    this.model = model;
    this.depth = options.depth;
    this.#options = options;
    this.#instruction = instruction === undefined ? undefined : stripSpecials(instruction, specials);
    this.#limits = limitsFor(limits, model.maxTokens, (passages) => {
      const empty = Array.from({ length: passages }, () => '');
      return fit(this.#prompt('', empty), model.maxTokens).tokens;
    });
  }

  async rerank({ text }: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    const { reader, now } = this.#options;
    const time = new TimeLeft(options, now);
    const query = this.#fit(text, this.#limits.queryTokens);
    const passages = new FittedPassages(candidates.length, (place) =>
      this.#fit(searchableText(candidates[place] as Passage), this.#limits.passageTokens),
    );
    const readings: BlockReading[] = [];
    const stop = (reason: string): Reranked => {
      const { scores, truncated } = scoresOf(readings, passages, candidates.length);
      return this.#noted({ ...partlyReranked(this.name, scores, reason), truncated }, query);
    };
    for (let at = 0, count = 0; at < candidates.length; at += count) {
      if (at > 0) await setImmediate();
      time.checkCancelled();
      if (at > 0 && reader.oneBlockOnly !== undefined) return stop(reader.oneBlockOnly);
      const step = time.next();
      if (!step) return stop(timeUp);
      count = nextBlock(passages.lengths(at), query.tokens, this.#limits);
      try {
        const prompt = this.#prompt(query.text, passages.texts(at, count));
        readings.push(await reader.read(prompt, count, step));
      } catch (error) {
        time.checkCancelled(error);
        return stop(reasonOf(error));
      }
    }
    return stop('The model gave no number for them.');
  }

  close(): Promise<void> {
    return this.#options.reader.close();
  }

  #fit(text: string, tokens: number): FittedText {
    return this.#options.fit(stripSpecials(text, this.#options.specials), tokens);
  }

  #prompt(query: string, passages: readonly string[]): string {
    const instruction = this.#instruction === undefined ? {} : { instruction: this.#instruction };
    return listwisePrompt({ query, passages, ...instruction });
  }

  /** Adds that the query has lost its end, where it has and was read. */
  #noted(reranked: Reranked, query: FittedText): Reranked {
    if (!query.cut || reranked.scores.every((score) => score === undefined)) return reranked;
    const used = `its first ${query.tokens} tokens`;
    const note = { step: 'rerank', wanted: 'the whole question', used, reason: 'The model reads no more of it.' };
    return { ...reranked, degraded: [...reranked.degraded, note] };
  }
}

/** Scores of all candidates after these readings, and how many of those that were read had lost their end. */
function scoresOf(readings: readonly BlockReading[], passages: FittedPassages, candidates: number) {
  const read = mergeReadings(readings);
  const scores = Array.from({ length: candidates }, (_, i) => (Number.isFinite(read[i]) ? read[i] : undefined));
  return { scores, truncated: passages.cut(read.length) };
}

function mergeReadings(readings: readonly BlockReading[]): readonly number[] {
  const [first] = readings;
  if (first && 'scores' in first) return first.scores;
  return mergeBlocks(readings as readonly BlockVectors[]);
}
