import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@askg/contract';
import { Corpus, CorpusError } from '@askg/corpus';
import { type Embedder, hasConfiguredEmbedder, type ModelStore, openConfiguredEmbedder } from '@askg/inference';
import type { PassageIndex } from '@askg/retrieval';
import { CliError } from '../cli-error.ts';
import { bringIndexInStep } from '../index/bring-index-in-step.ts';
import { modelStore } from '../models/model-store.ts';
import type { Shell } from '../shell/shell.ts';
import { openBackEnds } from './back-end.ts';
import { readBeirFolder } from './beir-folder.ts';
import { type BackEndReport, compare } from './compare.ts';
import { indexCollection } from './index-collection.ts';
import { type QuestionSet, questionsOfCorpus, readQuestions } from './question-set.ts';

export type ComparisonOptions = {
  /** File of questions with known sentences; the demo's by default. */
  questions?: string;
  /** Test collection in place of the corpus. */
  data?: string;
  /** Folder in which the index of that collection is kept. */
  index?: string;
  /** Names of back ends. */
  with?: string[];
  /** How many of the questions, evenly spread. */
  sample?: number;
  /** Passages that each reranker is given. */
  k?: number;
  /** Seconds that a question may take. */
  seconds?: number;
};

/** What was asked, and what each back end made of it. */
export type Comparison = {
  set: { name: string; questions: number; leftOut: number };
  embedder: { name: string; digest: string } | null;
  backEnds: BackEndReport[];
};

const demoQuestions = fileURLToPath(new URL('../../../../demo/questions.json', import.meta.url));

/** @throws CliError cli/unreadable, cli/wrong-use, cli/stopped; CorpusError corpus/not-found; errors of the index */
export async function runComparison(
  shell: Shell,
  options: ComparisonOptions,
  signal: AbortSignal,
): Promise<Comparison> {
  const models = modelStore(shell);
  const { embedder, reason } = await openEmbedder(shell, models);
  try {
    if (options.data === undefined) {
      const { data } = shell.config;
      if (!Corpus.exists(data)) throw new CorpusError('corpus/not-found', `${data} holds no corpus.`);
      await bringIndexInStep(shell, signal);
      const path = options.questions ?? demoQuestions;
      const questions = readQuestions(path);
      const asked = (index: PassageIndex): Promise<QuestionSet> => questionsOfCorpus(path, questions, index);
      return await over(shell, data, asked, { models, embedder, reason, options, signal });
    }
    const folder = options.index ?? (await mkdtemp(join(tmpdir(), 'askg-compare-')));
    const progress = shell.progress('Indexing');
    try {
      const collection = readBeirFolder(options.data);
      const told = progress.update.bind(progress);
      const set = await indexCollection(collection, { folder, embedder, signal, progress: told });
      progress.end();
      return await over(shell, folder, () => Promise.resolve(set), { models, embedder, reason, options, signal });
    } finally {
      progress.end();
      if (options.index === undefined) await rm(folder, { recursive: true });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new CliError('cli/stopped', 'Nothing was compared to the end.', { cause: error });
  } finally {
    await embedder?.close();
  }
}

/** Words are compared also where there is no model. */
async function openEmbedder(shell: Shell, models: ModelStore): Promise<{ embedder?: Embedder; reason?: string }> {
  const { embedder: settings } = shell.config;
  try {
    if (!(await hasConfiguredEmbedder(models, settings))) return { reason: 'No model that finds by meaning is here.' };
    return { embedder: await openConfiguredEmbedder(models, settings) };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { reason: `${error.title}: ${error.message}` };
  }
}

type Means = {
  models: ModelStore;
  embedder: Embedder | undefined;
  reason: string | undefined;
  options: ComparisonOptions;
  signal: AbortSignal;
};

async function over(
  shell: Shell,
  folder: string,
  questionsIn: (index: PassageIndex) => Promise<QuestionSet>,
  { models, embedder, reason, options, signal }: Means,
): Promise<Comparison> {
  const { openPassageIndex, readOpenSearchSettings } = await import('@askg/retrieval');
  const { openSearch, reranker } = shell.config;
  const isOwn = options.data === undefined;
  const index = await openPassageIndex(folder, isOwn && openSearch ? readOpenSearchSettings(openSearch) : undefined);
  const now = (): number => shell.now();
  const progress = shell.progress('Comparing');
  const variables = options.k === undefined ? reranker : { ...reranker, ASKG_RERANKER_DEPTH: String(options.k) };
  const backEnds = await openBackEnds({ names: options.with, variables, models, parts: { index, embedder, now } });
  try {
    const set = sampled(await questionsIn(index), options.sample);
    if (set.questions.length === 0) {
      throw new CliError('cli/wrong-use', `No question of ${set.name} has a known sentence in these papers.`);
    }
    const reports = await compare({
      set,
      index,
      embedder,
      withoutEmbedder: reason,
      backEnds,
      deadlineMs: options.seconds === undefined ? undefined : options.seconds * 1000,
      now,
      signal,
      progress: (done, total, what) => progress.update(done, total, what),
    });
    const { name, digest } = embedder?.model ?? {};
    return {
      set: { name: set.name, questions: set.questions.length, leftOut: set.leftOut },
      embedder: name === undefined || digest === undefined ? null : { name, digest },
      backEnds: reports,
    };
  } finally {
    progress.end();
    for (const backEnd of backEnds) if (backEnd.type === 'reranker') await backEnd.reranker.close?.();
    await index.close();
  }
}

/** So many of the questions, evenly spread and always the same, with the judgements of these alone. */
function sampled(set: QuestionSet, size = set.questions.length): QuestionSet {
  const { length } = set.questions;
  const step = Math.max(1, length / size);
  const questions = Array.from(
    { length: Math.min(size, length) },
    (_, i) => set.questions[Math.floor(i * step)],
  ).filter((question) => question !== undefined);
  const ids = new Set(questions.map(({ id }) => id));
  return { ...set, questions, judgements: new Map([...set.judgements].filter(([id]) => ids.has(id))) };
}
