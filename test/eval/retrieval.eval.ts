import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defaultPairScorer, ModelStore, openEmbedder, openPairScorer, type PairScorer } from '@askg/inference';
import { defaultSettings, formatRun } from '@askg/retrieval';
import { quantile, round } from '../../bench/statistics.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { type Collection, type CollectionQuestion } from './retrieval/collection.ts';
import { compareStages, seed, type StageReport, worstQuestions } from './retrieval/compare-stages.ts';
import { indexCollection } from './retrieval/index-collection.ts';
import { KeptEmbedder } from './retrieval/kept-embedder.ts';
import { readCollection } from './retrieval/read-collection.ts';
import { type QuestionTimes, stageRuns } from './retrieval/stage-runs.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'askg-eval');
const worst = 10;

export const evaluation: Evaluation = {
  describe:
    'Retrieval, stage by stage: words (BM25), vectors, both fused by reciprocal rank and by weighted min-max, MaxSim over the fused, and the chain that the product uses.',
  run: evaluate,
};

/**
 * `data` is one or more folders with a test collection each, divided by colons; the demo by default. The runs are written in
 * the form of TREC, a file for each stage; what was embedded is kept for the next time.
 */
async function evaluate({
  data = join(root, 'demo'),
  predictions,
  sample,
}: EvaluationOptions): Promise<EvaluationReport> {
  const store = new ModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'));
  const opened = await openEmbedder(store, undefined, { threads: availableParallelism() });
  const embedder = new KeptEmbedder(opened, join(cache, 'vectors'));
  const scorer = (await store.has(defaultPairScorer)) ? await openPairScorer(store) : undefined;
  const models = { embedder, ...(scorer ? { scorer } : {}) };
  try {
    const reports: CollectionReport[] = [];
    for (const folder of data.split(':')) {
      const whole = await readCollection(folder);
      const collection = { ...whole, questions: sampled(whole.questions, sample) };
      reports.push(await measure(collection, models, predictions ?? join(cache, 'runs')));
    }
    const named = Object.values(models).map(({ model: { name, digest } }) => ({ name, digest }));
    return {
      figures: reports.flatMap(figuresOf),
      details: { models: named, settings: defaultSettings, seed, collections: reports },
    };
  } finally {
    await embedder.close();
    await scorer?.close();
  }
}

type Models = { embedder: KeptEmbedder; scorer?: PairScorer };

type CollectionReport = {
  name: string;
  papers: number;
  questions: number;
  stages: StageReport[];
  /** Milliseconds of a question, median and 95th percentile by step; `cpu` is processor time. */
  times: Record<string, { median: number; p95: number }>;
  worst: (ReturnType<typeof worstQuestions>[number] & { question: string })[];
};

async function measure(collection: Collection, models: Models, folder: string): Promise<CollectionReport> {
  process.stderr.write(`${collection.name}: indexing ${collection.papers.length} papers\n`);
  const corpus = await indexCollection(collection, join(cache, 'retrieval'), models.embedder);
  process.stderr.write(`${collection.name}: asking ${collection.questions.length} questions\n`);
  const { runs, times } = await stageRuns(collection, corpus, models);
  mkdirSync(folder, { recursive: true });
  for (const [stage, run] of runs) {
    const tag = stage.replaceAll(' ', '-');
    writeFileSync(join(folder, `${collection.name}.${tag}.run`), formatRun(run, tag));
  }

  const asked = new Map(collection.questions.map((question) => [question.id, question]));
  const judgements = new Map([...collection.judgements()].filter(([id]) => asked.has(id)));
  const chain = runs.get('chain') ?? new Map();
  return {
    name: collection.name,
    papers: collection.papers.length,
    questions: [...judgements.values()].filter((judged) => [...judged.values()].some((grade) => grade > 0)).length,
    stages: compareStages(runs, judgements),
    times: timesOf(times),
    worst: worstQuestions(chain, judgements, worst).map((each) => ({
      ...each,
      question: asked.get(each.id)?.text.slice(0, 200) ?? '',
    })),
  };
}

function timesOf(times: readonly QuestionTimes[]): CollectionReport['times'] {
  const steps = ['embed', 'words', 'vectors', 'fuse', 'rerank', 'all', 'cpu'];
  return Object.fromEntries(
    steps.map((step) => {
      const taken = times.map((each) => each[step] ?? 0);
      return [step, { median: round(quantile(taken, 0.5), 1), p95: round(quantile(taken, 0.95), 1) }];
    }),
  );
}

/** So many of the questions, spread evenly and always the same. */
function sampled(questions: readonly CollectionQuestion[], size = questions.length): CollectionQuestion[] {
  const step = Math.max(1, questions.length / size);
  return Array.from({ length: Math.min(size, questions.length) }, (_, i) => questions[Math.floor(i * step)]).flatMap(
    (question) => question ?? [],
  );
}

const bars: Record<string, Partial<Record<string, string>>> = {
  scifact: { 'chain nDCG@10': '0.775', 'chain recall@100': '0.97' },
};

function figuresOf({ name, stages: reports }: CollectionReport): Figure[] {
  return reports.flatMap(({ stage, figures, gainOverBefore, gainOverWords }, i) => {
    const figure = (label: string, value: number): Figure => {
      const bar = bars[name]?.[`${stage} ${label}`];
      return { name: `${name}, ${stage}, ${label}`, value, unit: '', ...(bar === undefined ? {} : { bar }) };
    };
    const before = reports[i - 1]?.stage;
    return [
      figure('nDCG@10', figures.ndcgAt10),
      figure('recall@100', figures.recallAt100),
      figure('MRR', figures.reciprocalRank),
      ...(gainOverBefore ? [gainFigure(`${name}, ${stage} over ${before}, nDCG@10`, gainOverBefore)] : []),
      ...(gainOverWords && before !== 'words'
        ? [gainFigure(`${name}, ${stage} over words, nDCG@10`, gainOverWords)]
        : []),
    ];
  });
}

function gainFigure(name: string, { mean, low, high }: NonNullable<StageReport['gainOverBefore']>): Figure {
  return { name, value: mean, unit: `(${low} to ${high})` };
}
