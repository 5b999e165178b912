import { appendFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openEmbedder, openModelStore } from '@askg/inference';
import { round } from '../../bench/statistics.ts';
import { askDemo } from './abstention/ask-demo.ts';
import { type AskedPair, askPairs } from './abstention/ask-pairs.ts';
import { askWithModel, figuresWithModel, type ModelledPair } from './abstention/ask-with-model.ts';
import { builtSetFigures, mostRefused, seed } from './abstention/built-set-figures.ts';
import { type Example, fitTogether } from './abstention/fit-together.ts';
import { type Pair, readLabels, readPairs } from './abstention/pair.ts';
import { abstention, bestThreshold, riskCoverage } from './abstention/selective.ts';
import type { Source } from './abstention/sources/sourced-paper.ts';
import { sources } from './abstention/sources/sources.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { KeptEmbedder } from './retrieval/kept-embedder.ts';
import { chatModel } from './stack/chat-model.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'askg-eval');

export const evaluation: Evaluation = {
  describe:
    'Whether questions that their paper does not answer are refused and the others answered: the risk-coverage curve of the verdict, every single score beside it, and on development data the weights that a new fit would have.',
  run: evaluate,
};

/**
 * `data` is the folder of the data sets that the pairs of `gold/abstention` point to. Without it, and beside it on the development
 * half, the development questions on the demo's papers are asked. `--model words` judges without an embedder; the name of a chat
 * model asks pairs, `--sample` of them, for whole answers with it.
 */
async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const { data, split, model, predictions } = options;
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const wordsOnly = model === 'words';
  if (data !== undefined && !wordsOnly && model !== 'none') return evaluateModel({ ...options, data }, models);
  const asked = data === undefined ? [] : await askBuiltSet(data, split, models, wordsOnly);
  const demo = split === 'development' ? await askDemo(join(root, 'demo'), models, wordsOnly) : [];
  writeFileSync(
    predictions ?? join(cache, 'abstention.jsonl'),
    [...asked, ...demo].map((each) => `${JSON.stringify(each)}\n`).join(''),
  );
  const labels = readLabels(readPairs());
  const pairs = asked.map((pair) => ({ ...pair, isAnswerable: labels.get(pair.id) ?? false }));
  const examples: Example[] = [
    ...pairs.map((pair) => ({ ...pair, group: `${pair.set}/${pair.question}` })),
    ...demo.map((each) => ({ ...each, group: each.id.replace(' elsewhere', '') })),
  ];
  const verdicts = pairs.map(({ isAnswerable, confidence: score }) => ({ isAnswerable, score }));
  return {
    figures: [
      ...(asked.length > 0 ? builtSetFigures(asked, labels) : []),
      ...[...Map.groupBy(pairs, ({ set }) => set)].flatMap(([set, of]) => atThreshold(set, of)),
      ...(demo.length > 0 ? atThreshold('demo', demo) : []),
    ],
    details: {
      seed,
      method: asked[0]?.method,
      threshold: (asked[0] ?? demo[0])?.threshold,
      curve: riskCoverage(verdicts).map(({ threshold, coverage, risk }) =>
        [threshold, coverage, risk].map((n) => round(n, 3)),
      ),
      ...(split === 'development' ? { fitted: fittedTo(examples) } : {}),
      judged: [...pairs, ...demo].map(({ id, isAnswerable, confidence }) => [id, isAnswerable, round(confidence, 3)]),
    },
  };
}

async function askBuiltSet(
  data: string,
  split: EvaluationOptions['split'],
  models: string,
  wordsOnly: boolean,
): Promise<AskedPair[]> {
  const pairs = readPairs().filter((pair) => pair.split === split);
  return ofEachSource(data, models, (source, embedder) => {
    const own = pairs.filter(({ set }) => set === source.name);
    return askPairs(source, own, { embedder, cache, wordsOnly });
  });
}

/** The same number of pairs of each data set, at even distances, asked with a chat model. */
async function evaluateModel(
  { data, split, model, sample, predictions }: EvaluationOptions & { data: string },
  models: string,
): Promise<EvaluationReport> {
  const chat = chatModel(model);
  if (!chat) throw new Error('--model names the chat model.');
  const pairs = readPairs().filter((pair) => pair.split === split);
  const file = predictions ?? join(cache, `abstention-${split}-${model}.jsonl`);
  writeFileSync(file, '');
  const onAsked = (asked: readonly ModelledPair[]): void => {
    appendFileSync(file, asked.map((each) => `${JSON.stringify(each)}\n`).join(''));
  };
  const asked = await ofEachSource(data, models, (source, embedder) => {
    const own = pairs.filter(({ set }) => set === source.name);
    const drawn = evenly(own, Math.ceil((sample ?? pairs.length) / sources.length));
    return askWithModel(source, drawn, { chat, embedder, cache, indexed: own, onAsked });
  });
  const labels = readLabels(readPairs());
  const judged = asked.map(({ answer, ...pair }) => ({
    ...pair,
    isAnswerable: labels.get(pair.id) ?? false,
    claims: answer.claims.map(({ text, support }) => ({ text, ...support })),
  }));
  return { figures: figuresWithModel(asked, labels), details: { asked: judged } };
}

/** So many pairs at even distances, with own papers and with similar ones by turns. */
function evenly(pairs: readonly Pair[], count: number): Pair[] {
  const of = (asked: Pair['asked'], size: number): Pair[] => {
    const own = pairs.filter((pair) => pair.asked === asked);
    const step = own.length / Math.min(size, own.length);
    return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  };
  return [...of('own', Math.ceil(count / 2)), ...of('similar', Math.floor(count / 2))];
}

async function ofEachSource<T>(
  data: string,
  models: string,
  work: (source: Source, embedder: KeptEmbedder) => Promise<T[]>,
): Promise<T[]> {
  const opened = await openEmbedder(openModelStore(models), undefined, { threads: availableParallelism() });
  const embedder = new KeptEmbedder(opened, join(cache, 'vectors'));
  try {
    const all: T[] = [];
    for (const { read } of sources) {
      const source = read(data);
      process.stderr.write(`${source.name}\n`);
      all.push(...(await work(source, embedder)));
    }
    return all;
  } finally {
    await embedder.close();
  }
}

type Verdict = { isAnswerable: boolean; confidence: number; threshold: number };

function atThreshold(name: string, judged: readonly Verdict[]): Figure[] {
  const threshold = judged[0]?.threshold ?? 0;
  const scored = judged.map(({ isAnswerable, confidence: score }) => ({ isAnswerable, score }));
  const { f1, overRefusal } = abstention(scored, threshold);
  return [
    { name: `${name}, abstention F1`, value: round(f1, 3), unit: `of ${judged.length}` },
    { name: `${name}, over-refusal`, value: round(overRefusal, 3), unit: '' },
  ];
}

/** Weights of a fit to all, and what each example's own fit to the other questions makes of it. */
function fittedTo(examples: readonly Example[]): unknown {
  const { weights, bias, crossed } = fitTogether(examples);
  const judged = crossed.map((score, i) => ({ isAnswerable: examples[i]?.isAnswerable ?? false, score }));
  const threshold = bestThreshold(judged, mostRefused);
  return { weights, bias, threshold: round(threshold, 3), crossed: abstention(judged, threshold) };
}
