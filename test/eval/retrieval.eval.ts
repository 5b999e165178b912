import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Environment, rerankerVariables } from '@askg/contract';
import { defaultPairScorer, type ModelStore, openEmbedder, openModelStore } from '@askg/inference';
import { defaultSettings, formatRun, openReranker, rerankerNamed } from '@askg/retrieval';
import { searchServer } from '../../bench/retrieval/search-server.ts';
import { quantile, round } from '../../bench/statistics.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { type Collection, type CollectionQuestion } from './retrieval/collection.ts';
import { compareStages, seed, type StageReport, worstQuestions } from './retrieval/compare-stages.ts';
import { indexCollection } from './retrieval/index-collection.ts';
import { KeptEmbedder } from './retrieval/kept-embedder.ts';
import { readCollection } from './retrieval/read-collection.ts';
import { type LastStage, type QuestionTimes, type StageRuns, stageRuns } from './retrieval/stage-runs.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'askg-eval');
const worst = 10;

export const evaluation: Evaluation = {
  describe:
    'Retrieval, stage by stage: words (BM25), vectors, both fused by reciprocal rank and by weighted min-max, MaxSim over the fused, the chain that the product uses and, with --rerank NAME, a reranker after it.',
  run: evaluate,
};

/**
 * `data` is one or more folders with a test collection each, divided by colons; the demo by default. The runs are written in
 * the form of TREC, a file for each stage; what was embedded is kept for the next time. With OPENSEARCH_URL the index is kept on
 * that server.
 */
async function evaluate({
  data = join(root, 'demo'),
  predictions,
  sample,
  rerank,
}: EvaluationOptions): Promise<EvaluationReport> {
  const store = openModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'), {
    noncommercial: process.env['ASKG_NONCOMMERCIAL'] === '1',
  });
  const opened = await openEmbedder(store, undefined, { threads: availableParallelism() });
  const embedder = new KeptEmbedder(opened, join(cache, 'vectors'));
  const name = rerank ?? ((await store.has(defaultPairScorer)) ? defaultPairScorer : undefined);
  const models = { embedder, ...(name === undefined ? {} : { last: lastStage(name, store, embedder) }) };
  try {
    const reports: CollectionReport[] = [];
    for (const folder of data.split(':')) {
      const whole = await readCollection(folder);
      const collection = { ...whole, questions: sampled(whole.questions, sample) };
      reports.push(await measure(collection, models, predictions ?? join(cache, 'runs')));
    }
    const used = [embedder.model, ...reports.flatMap(({ reranked }) => reranked?.model ?? [])];
    const named = new Map(used.map(({ name: model, digest }) => [digest, { name: model, digest }]));
    return {
      ...reportName(rerank),
      figures: reports.flatMap(figuresOf),
      details: { models: [...named.values()], settings: defaultSettings, seed, collections: reports },
    };
  } finally {
    await embedder.close();
  }
}

/** What the saved file says beside the task: the server that kept the index, and the reranker. */
function reportName(rerank: string | undefined): { name?: string } {
  const parts = [searchServer(process.env, 'eval') ? 'opensearch' : [], rerank ?? []].flat();
  return parts.length === 0 ? {} : { name: parts.join('-') };
}

type Models = { embedder: KeptEmbedder; last?: LastStage };

/** The environment gives its depth and weight, and the server where it is behind one. */
function lastStage(name: string, models: ModelStore, embedder: KeptEmbedder): LastStage {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  const settings = rerankerNamed(name, Environment.pick(rerankerVariables).parse(set));
  const now = (): number => performance.now();
  const threads = availableParallelism();
  return { settings, open: (index) => openReranker(settings, { models, index, embedder, now, threads }) };
}

type CollectionReport = {
  name: string;
  papers: number;
  questions: number;
  stages: StageReport[];
  /** What the reranker did: milliseconds in all, passages given to it, left without a score, and cut. */
  reranked?: StageRuns['reranked'];
  /** Milliseconds of a question, median and 95th percentile by step; `cpu` is processor time. */
  times: Record<string, { median: number; p95: number }>;
  worst: (ReturnType<typeof worstQuestions>[number] & { question: string })[];
};

async function measure(collection: Collection, models: Models, folder: string): Promise<CollectionReport> {
  process.stderr.write(`${collection.name}: indexing ${collection.papers.length} papers\n`);
  const server = searchServer(process.env, `eval-${collection.name}`);
  const corpus = await indexCollection(
    collection,
    join(cache, server ? 'opensearch' : 'retrieval'),
    models.embedder,
    server,
  );
  process.stderr.write(`${collection.name}: asking ${collection.questions.length} questions\n`);
  const { runs, times, reranked } = await stageRuns(collection, corpus, { ...models, ...(server ? { server } : {}) });
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
    ...(reranked ? { reranked } : {}),
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

function figuresOf({ name, stages: reports, reranked }: CollectionReport): Figure[] {
  const ofStages = reports.flatMap(({ stage, figures, gainOverBefore, gainOverWords }, i) => {
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
  return reranked ? [...ofStages, ...workOf(name, reranked)] : ofStages;
}

/** What the last stage cost, and what it could not read. */
function workOf(
  name: string,
  { ms, candidates, unscored, truncated }: NonNullable<CollectionReport['reranked']>,
): Figure[] {
  const each = round(ms / Math.max(1, candidates), 2);
  return [
    { name: `${name}, reranker, time of a passage`, value: each, unit: 'ms' },
    { name: `${name}, reranker, passages without a score`, value: unscored, unit: `of ${candidates}` },
    ...(truncated === undefined
      ? []
      : [{ name: `${name}, reranker, passages cut`, value: truncated, unit: `of ${candidates}` }]),
  ];
}

function gainFigure(name: string, { mean, low, high }: NonNullable<StageReport['gainOverBefore']>): Figure {
  return { name, value: mean, unit: `(${low} to ${high})` };
}
