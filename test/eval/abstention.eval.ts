import { join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { fitLogistic, leaveOneOut } from './demo/fit-logistic.ts';
import { moreQuestions } from './demo/more-questions.ts';
import { goldOf } from './demo/questions.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';
import { openStack } from './stack/open-stack.ts';

const root = join(import.meta.dirname, '..', '..');

export const evaluation: Evaluation = {
  describe:
    'How sure the evidence of development questions looks, what each threshold would answer and refuse, and the weights that a new fit would have.',
  run: evaluate,
};

type Judged = { id: string; isAnswerable: boolean; confidence: number; features: Record<string, number> };

/** Development questions only, whatever split is asked for: this is where the threshold is chosen. */
async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const stack = await openStack({ models, wordsOnly: options.model === 'words' });
  try {
    const judged: Judged[] = [];
    const asked = [...goldOf(options.data ?? join(root, 'demo'), 'development'), ...moreQuestions()];
    const keys = stack.corpus.papers().map(({ key }) => key);
    for (const { id, question, kind, expect } of asked.filter((each) => each.kind !== 'graph')) {
      const holders = new Set(expect.sentences?.map(({ paper }) => paper));
      judged.push(await judge(stack.qa, id, question, kind === 'text'));
      // Without the papers that answer it the same question has no answer.
      const others = keys.filter((key) => !holders.has(key));
      if (holders.size > 0) judged.push(await judge(stack.qa, `${id} elsewhere`, question, false, others));
    }
    const names = Object.keys(judged[0]?.features ?? {});
    const examples = judged.map(({ features, isAnswerable }) => ({
      features: names.map((name) => features[name] ?? 0),
      isTrue: isAnswerable,
    }));
    const { weights, bias } = fitLogistic(examples);
    const fitted = Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)]));
    const left = leaveOneOut(examples).map((confidence, i) => ({
      isAnswerable: examples[i]?.isTrue ?? false,
      confidence,
    }));
    return {
      figures: [...curve('', judged), ...curve(' by a fit to the others', left)],
      details: { fitted, bias: round(bias), judged: judged.toSorted((a, b) => a.confidence - b.confidence) },
    };
  } finally {
    await stack.close();
  }
}

async function judge(
  qa: Awaited<ReturnType<typeof openStack>>['qa'],
  id: string,
  question: string,
  isAnswerable: boolean,
  papers?: readonly string[],
): Promise<Judged> {
  const { confidence, features } = await qa.assess(question, papers ? { papers } : {});
  return { id, isAnswerable, confidence: round(confidence, 3), features };
}

/** For each threshold the share of the answerable questions that are answered, and of the others that are refused. */
function curve(
  how: string,
  judged: readonly Pick<Judged, 'isAnswerable' | 'confidence'>[],
): EvaluationReport['figures'] {
  const answerable = judged.filter((each) => each.isAnswerable);
  const others = judged.filter((each) => !each.isAnswerable);
  const thresholds = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  return thresholds.flatMap((threshold) => {
    const answered = answerable.filter(({ confidence }) => confidence >= threshold).length;
    const refused = others.filter(({ confidence }) => confidence < threshold).length;
    return [
      { name: `answered at ${threshold}${how}`, value: answered, unit: `of ${answerable.length}` },
      { name: `refused at ${threshold}${how}`, value: refused, unit: `of ${others.length}` },
    ];
  });
}
