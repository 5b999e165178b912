/**
 * `npm run eval -- TASK [--data DIR] [--gold DIR] [--split development|test] [--sample N] [--model NAME|none]
 * [--from jats|pdf|markdown] [--papers DIR] [--rerank NAME] [--ways both|text] [--predictions FILE] [--json] [--save]`: runs one evaluation. Each task reads only the inputs while it predicts, writes
 * its predictions, and only then opens what they should have been.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export type EvaluationOptions = {
  /** Folder of the inputs, or several divided by colons where a task takes them; each task has its own default. */
  data?: string;
  /** Folder of what should have been predicted, where that is not the folder of the inputs. */
  gold?: string;
  /** How many of the inputs to take. */
  sample?: number;
  split: 'development' | 'test';
  /** Name of the chat model at `OPENAI_BASE_URL`, or `none`. */
  model: string;
  /** File that the predictions are written to; under `results/eval` by default. */
  predictions?: string;
  /** The format that the papers behind the questions are read from, where there is a choice. */
  from: 'jats' | 'pdf' | 'markdown';
  /** `text` leaves the graph out, to compare. */
  ways: 'both' | 'text';
  /** Name of a reranker that comes after the chain of retrieval. */
  rerank?: string;
  /** Folder of the papers behind the questions, where that is not the demo's. */
  papers?: string;
};
/** A measured figure; `bar` where one was set. */
export type Figure = { name: string; value: number; unit: string; bar?: string };
/** `name` goes into the name of the saved file where a task has several data sets. */
export type EvaluationReport = { figures: Figure[]; details: unknown; name?: string };
export type Evaluation = { describe: string; run(options: EvaluationOptions): Promise<EvaluationReport> };

const root = join(import.meta.dirname, '..', '..');
const tasks = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.eval.ts'))
  .map((file) => file.replace('.eval.ts', ''));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    gold: { type: 'string' },
    sample: { type: 'string' },
    split: { type: 'string', default: 'development' },
    model: { type: 'string', default: 'none' },
    predictions: { type: 'string' },
    from: { type: 'string', default: 'jats' },
    papers: { type: 'string' },
    rerank: { type: 'string' },
    ways: { type: 'string', default: 'both' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

const task = positionals[0] ?? '';
if (
  !tasks.includes(task) ||
  !['development', 'test'].includes(values.split) ||
  !['jats', 'pdf', 'markdown'].includes(values.from) ||
  !['both', 'text'].includes(values.ways)
) {
  process.stderr.write(
    `Which task? One of: ${tasks.join(', ')}; --split development or test; --from jats, pdf or markdown; --ways both or text.\n`,
  );
  process.exit(2);
}

const split = values.split === 'test' ? 'test' : 'development';
const from = values.from as EvaluationOptions['from'];
const ways = values.ways === 'text' ? 'text' : 'both';
const { evaluation } = (await import(`./${task}.eval.ts`)) as { evaluation: Evaluation };
const {
  figures,
  details,
  name: dataSet,
} = await evaluation.run({
  split,
  from,
  ways,
  model: values.model,
  ...(values.rerank === undefined ? {} : { rerank: values.rerank }),
  ...(values.papers === undefined ? {} : { papers: values.papers }),
  ...(values.data === undefined ? {} : { data: values.data }),
  ...(values.gold === undefined ? {} : { gold: values.gold }),
  ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
  ...(values.predictions === undefined ? {} : { predictions: values.predictions }),
});
const report = {
  task,
  describe: evaluation.describe,
  split,
  model: values.model,
  machine: { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) },
  figures,
  details,
};
const text = `${JSON.stringify(report, null, 2)}\n`;
if (values.save) {
  mkdirSync(join(root, 'results', 'eval'), { recursive: true });
  const model = values.model === 'none' ? '' : `-${values.model.replaceAll(/[^\w.-]+/g, '-')}`;
  const suffix = `${from === 'jats' ? '' : `-from-${from}`}${ways === 'both' ? '' : '-text-only'}${model}`;
  const what = dataSet === undefined ? task : `${task}-${dataSet}`;
  writeFileSync(join(root, 'results', 'eval', `${what}-${split}${suffix}.json`), text);
}
if (values.json) process.stdout.write(text);
else {
  for (const { name, value, unit, bar } of figures) {
    process.stdout.write(
      `${name}: ${value}${unit === '' ? '' : ` ${unit}`}${bar === undefined ? '' : ` (bar ${bar})`}\n`,
    );
  }
}
