import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';
import { chatModel } from './stack/chat-model.ts';
import { openCompetencySet } from './text2sparql/competency-set.ts';
import { isGraphSet, openGraphSet } from './text2sparql/graph-set.ts';
import { type Predicted, type Prediction, predictAll } from './text2sparql/predict.ts';
import type { QuestionSet } from './text2sparql/question-set.ts';
import { evaluateRecorded } from './text2sparql/recorded-evaluation.ts';
import { readRecordedSet } from './text2sparql/recorded-set.ts';
import { detailsOf, figuresOf, scoreAll } from './text2sparql/report.ts';
import { evaluateRouting, isRoutingSet } from './text2sparql/routing-evaluation.ts';

const competency = join(import.meta.dirname, 'gold', 'competency');
const results = join(import.meta.dirname, '..', '..', 'results', 'eval');
const bars: Record<string, string> = { competency: '0.90', ck25: '0.60 of development, 0.45 unseen', sp2bench: '0.45' };

/**
 * `--data` is one data set: the competency questions of our own ontology by default, or a folder with files of RDF and
 * `questions.jsonl` (which `--gold` may have instead). SciQA and DBLP-QuAD, whose graphs are not there, are compared by their
 * queries, the Scholarly hybrid QALD questions by routing and linking.
 */
export const evaluation: Evaluation = {
  describe: 'Questions turned into SPARQL and run: values found against the values of the gold query, validity, time.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const { data } = options;
  const write = (name: string, predicted: readonly Predicted[]) =>
    writePredictions(options.predictions ?? join(results, fileName(name, options)), predicted);
  if (data !== undefined && isRoutingSet(data)) return evaluateRouting(data, options.sample);
  const recorded = data === undefined ? undefined : readRecordedSet(data);
  if (recorded !== undefined) return evaluateRecorded(recorded, options.sample, write);
  const set = await openSet(options);
  try {
    const predicted = await predictAll(set, chatModel(options.model), options.sample);
    write(set.name, predicted);
    const scored = scoreAll(set, predicted, await set.gold());
    const mayBeRead = options.split === 'development';
    if (mayBeRead) {
      for (const { id, question, score } of scored.filter((each) => each.score.f1 < 1)) {
        process.stderr.write(`${id} F1 ${score.f1.toFixed(2)}: ${question}\n`);
      }
    }
    return { name: set.name, figures: figuresOf(set, scored, bars[set.name]), details: detailsOf(scored, mayBeRead) };
  } finally {
    await set.close();
  }
}

async function openSet({ data, gold, split }: EvaluationOptions): Promise<QuestionSet> {
  if (data === undefined) return openCompetencySet(gold ?? competency, split);
  if (isGraphSet(data, gold ?? data)) return openGraphSet(data, gold ?? data);
  throw new Error(`${data} is no data set that this evaluation knows.`);
}

function fileName(name: string, { split, model }: EvaluationOptions): string {
  return `text2sparql-${name}-${split}-${model.replaceAll(/[^\w.-]+/gu, '-')}.jsonl`;
}

function writePredictions(file: string, predicted: readonly Predicted[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const lines = predicted.map(({ id, sparql, values, ms, calls, tokens }): Prediction => ({
    id,
    sparql,
    values,
    ms,
    calls,
    tokens,
  }));
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
