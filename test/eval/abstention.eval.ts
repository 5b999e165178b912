import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openEmbedder, openModelStore } from '@askg/inference';
import { round } from '../../bench/statistics.ts';
import { askDemo } from './abstention/ask-demo.ts';
import { type AskedPair, askPairs } from './abstention/ask-pairs.ts';
import { builtSetFigures, mostRefused, seed } from './abstention/built-set-figures.ts';
import { type Example, fitTogether } from './abstention/fit-together.ts';
import { readLabels, readPairs } from './abstention/pair.ts';
import { abstention, bestThreshold, riskCoverage } from './abstention/selective.ts';
import { sources } from './abstention/sources/sources.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { KeptEmbedder } from './retrieval/kept-embedder.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'askg-eval');

export const evaluation: Evaluation = {
  describe:
    'Whether questions that their paper does not answer are refused and the others answered: the risk-coverage curve of the verdict, every single score beside it, and on development data the weights that a new fit would have.',
  run: evaluate,
};

/**
 * `data` is the folder of the data sets that the pairs of `gold/abstention` point to. Without it, and beside it on the development
 * half, the development questions on the demo's papers are asked. `--model words` judges without an embedder.
 */
async function evaluate({ data, split, model, predictions }: EvaluationOptions): Promise<EvaluationReport> {
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const wordsOnly = model === 'words';
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
  const opened = await openEmbedder(openModelStore(models), undefined, { threads: availableParallelism() });
  const embedder = new KeptEmbedder(opened, join(cache, 'vectors'));
  const pairs = readPairs().filter((pair) => pair.split === split);
  try {
    const asked: AskedPair[] = [];
    for (const { read } of sources) {
      const source = read(data);
      const own = pairs.filter(({ set }) => set === source.name);
      process.stderr.write(`${source.name}: ${own.length} pairs\n`);
      asked.push(...(await askPairs(source, own, { embedder, cache, wordsOnly })));
    }
    return asked;
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
