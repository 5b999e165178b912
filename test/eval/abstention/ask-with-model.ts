import { join } from 'node:path';
import type { Answer } from '@askg/contract';
import type { ChatModel, Embedder } from '@askg/inference';
import { median, quantile, round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import { papersOf, whatToAsk } from './ask-pairs.ts';
import { openPapers } from './open-papers.ts';
import type { Pair } from './pair.ts';
import { abstention } from './selective.ts';
import type { Source } from './sources/sourced-paper.ts';

/** What the product said to a pair with a chat model, and without one. */
export type ModelledPair = Pick<Pair, 'id' | 'set'> & {
  verdict: Answer['verdict'];
  without: Answer['verdict'];
  degraded: string[];
  /** Of the model: its calls, what it read and wrote, and how long the whole answer took in milliseconds. */
  calls: number;
  inputTokens: number;
  outputTokens: number;
  ms: number;
  /** The answer with the model. */
  answer: Answer;
};

/** Asks pairs for whole answers, in which a model words the claims and may say that there is no answer. */
export async function askWithModel(
  source: Source,
  pairs: readonly Pair[],
  options: {
    chat: ChatModel;
    embedder: Embedder;
    cache: string;
    indexed: readonly Pair[];
    onAsked: (asked: readonly ModelledPair[]) => void;
  },
): Promise<ModelledPair[]> {
  // The index is of all pairs of the half, so that a sample is searched as the whole is.
  const papers = papersOf(source, options.indexed);
  const { qa, close } = await openPapers(
    `${source.name}-${pairs[0]?.split}`,
    papers.map(({ document }) => document),
    { embedder: options.embedder, folder: join(options.cache, 'abstention') },
  );
  const ask = async (question: string, key: string, chat?: ChatModel): Promise<Answer> => {
    for await (const event of qa.ask({ question, papers: [key], ...(chat ? { chat } : {}) })) {
      if (event.event === 'done') return event.answer;
    }
    throw new Error(`"${question}" has no answer.`);
  };
  try {
    const asked: ModelledPair[] = [];
    for (const pair of pairs) {
      const { text, key } = whatToAsk(source, papers, pair);
      const { verdict: without } = await ask(text, key);
      const start = performance.now();
      const answer = await ask(text, key, options.chat);
      const { verdict, degraded, usage } = answer;
      asked.push({
        id: pair.id,
        set: pair.set,
        verdict,
        without,
        degraded: degraded.map(({ step, reason }) => `${step}: ${reason}`),
        calls: usage.modelCalls,
        inputTokens: usage.inputTokens,
        outputTokens: usage.outputTokens,
        ms: Math.round(performance.now() - start),
        answer,
      });
      options.onAsked(asked.slice(-1));
      process.stderr.write(`${pair.id} ${verdict}, ${usage.modelCalls} calls\n`);
    }
    return asked;
  } finally {
    await close();
  }
}

export function figuresWithModel(asked: readonly ModelledPair[], labels: ReadonlyMap<string, boolean>): Figure[] {
  const of = (verdict: (pair: ModelledPair) => Answer['verdict']): Figure[] => {
    const judged = asked.map((pair) => ({
      isAnswerable: labels.get(pair.id) ?? false,
      score: verdict(pair) === 'not-in-corpus' ? 0 : 1,
    }));
    const { f1, overRefusal } = abstention(judged, 0.5);
    return [
      { name: 'abstention F1', value: round(f1, 3), unit: `of ${asked.length}` },
      { name: 'over-refusal', value: round(overRefusal, 3), unit: '' },
    ];
  };
  const named = (who: string, figures: readonly Figure[]): Figure[] =>
    figures.map((figure) => ({ ...figure, name: `${who}, ${figure.name}` }));
  const written = asked.filter(({ answer }) =>
    answer.claims.some(({ support }) => support.method.startsWith('numbers')),
  );
  return [
    ...named(
      'with the model',
      of(({ verdict }) => verdict),
    ),
    ...named(
      'without a model',
      of(({ without }) => without),
    ),
    { name: 'answers in the words of the model', value: written.length, unit: `of ${asked.length}` },
    ...costOf(asked),
  ];
}

/** What the model cost: bars of the product for any question. */
function costOf(asked: readonly ModelledPair[]): Figure[] {
  const called = asked.filter(({ calls }) => calls > 0);
  const values = (of: (pair: ModelledPair) => number): number[] => (called.length > 0 ? called.map(of) : [0]);
  const calls = values((pair) => pair.calls);
  const tokens = values(({ inputTokens }) => inputTokens);
  const ms = values((pair) => pair.ms);
  return [
    { name: 'questions that called the model', value: called.length, unit: `of ${asked.length}` },
    { name: 'calls of the model, median of these', value: median(calls), unit: '', bar: '<= 3' },
    { name: 'calls of the model, most', value: Math.max(...calls), unit: '', bar: '<= 6' },
    { name: 'input tokens, median of these', value: median(tokens), unit: '', bar: '<= 6000' },
    { name: 'input tokens, most', value: Math.max(...tokens), unit: '' },
    { name: 'answer, median of these', value: round(median(ms) / 1000, 1), unit: 's' },
    { name: 'answer, 95 of 100 of these', value: round(quantile(ms, 0.95) / 1000, 1), unit: 's' },
  ];
}
