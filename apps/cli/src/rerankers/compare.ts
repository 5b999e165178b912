import type { Degraded, Problem } from '@askg/contract';
import type { Embedder } from '@askg/inference';
import type { Gain, MeasuredReranker, PassageIndex, RankedPassage, Reranker, Run } from '@askg/retrieval';
import type { BackEnd } from './back-end.ts';
import type { QuestionSet } from './question-set.ts';
import { seededRandom } from './seeded-random.ts';

/** A figure with the interval that holds it in 95 of 100 resamplings of the questions. */
export type Figure = { mean: number; low: number; high: number };

/** What one back end did with the questions. */
export type BackEndReport = {
  name: string;
  /** Absent where it could not be opened. */
  quality?: { ndcgAt10: Figure; reciprocalRank: number; recallAt10: number; gainOverChain?: Gain };
  /** Milliseconds of a question, all steps together, and of a candidate of the reranker. */
  ms?: { question: number; candidate?: number };
  /** Candidates that it was given, did not score, and cut before it read them. */
  candidates?: { given: number; unscored: number; truncated?: number };
  /** Names of the methods that made its scores. */
  ran?: string[];
  licence?: string;
  commercial?: boolean;
  digest?: string;
  /** What did not run as wanted, and for how many questions. */
  fellBack?: (Degraded & { questions: number })[];
  problem?: Problem;
};

export type CompareOptions = {
  set: QuestionSet;
  index: PassageIndex;
  embedder: Embedder | undefined;
  /** Why there is no embedder. */
  withoutEmbedder: string | undefined;
  backEnds: readonly BackEnd[];
  /** Milliseconds that a question may take; no limit when left out. */
  deadlineMs: number | undefined;
  now: () => number;
  signal: AbortSignal;
  progress: (done: number, total: number, what: string) => void;
};

/** Places of a run that are looked at. */
const depth = 100;
const seed = 9;

/** Asks every question of every back end, then compares what came with what was known. Errors: those of the index. */
export async function compare(options: CompareOptions): Promise<BackEndReport[]> {
  const { set, backEnds, progress } = options;
  const total = set.questions.length * backEnds.length;
  const asked: Asked[] = [];
  for (const [at, backEnd] of backEnds.entries()) {
    if (backEnd.type === 'absent') continue;
    const done = at * set.questions.length;
    asked.push(await askAll(backEnd, options, (count) => progress(done + count, total, backEnd.name)));
  }
  const chain = asked.find(({ backEnd }) => backEnd.name === 'chain')?.run;
  return Promise.all(
    backEnds.map(async (backEnd) => {
      if (backEnd.type === 'absent') return { name: backEnd.name, problem: backEnd.problem };
      const own = asked.find((each) => each.backEnd === backEnd);
      return own ? reportOf(own, set, chain) : { name: backEnd.name };
    }),
  );
}

type Asked = {
  backEnd: Exclude<BackEnd, { type: 'absent' }>;
  run: Run;
  ms: number;
  notes: Degraded[][];
  methods: Set<string>;
  measured: MeasuredReranker | undefined;
};

async function askAll(
  backEnd: Asked['backEnd'],
  options: CompareOptions,
  progress: (count: number) => void,
): Promise<Asked> {
  const { set, index, embedder, withoutEmbedder, deadlineMs, now, signal } = options;
  const { MaxSimReranker, MeasuredReranker, Retriever, defaultSettings } = await import('@askg/retrieval');
  const measured =
    backEnd.type === 'reranker' ? new MeasuredReranker(backEnd.reranker, now, backEnd.settings) : undefined;
  const late = embedder && new MaxSimReranker(index, embedder.model, now, defaultSettings.blend.tokens);
  const isPlain = backEnd.name === 'words' || backEnd.name === 'vectors';
  const rerankers: Reranker[] = isPlain ? [] : [late, measured].filter((each) => each !== undefined);
  const isWords = backEnd.name === 'words';
  const finds = embedder && !isWords ? { embedder } : { withoutEmbedder: withoutEmbedder ?? '' };
  const retriever = new Retriever({ index, rerankers, ...finds });
  const result: Asked = { backEnd, run: new Map(), ms: 0, notes: [], methods: new Set(), measured };
  for (const [i, question] of set.questions.entries()) {
    progress(i);
    const start = now();
    const search = { limit: 2 * depth, signal, ...(deadlineMs === undefined ? {} : { deadlineMs }) };
    const { passages, degraded } = await retriever.retrieve(question.text, search);
    result.ms += now() - start;
    // That words alone are searched is what was wanted of them.
    if (!isWords) result.notes.push(degraded);
    const ordered = inOrder(backEnd.name, passages);
    for (const { methods } of ordered.slice(0, 1)) result.methods.add(methods.at(-1)?.name ?? '');
    result.run.set(question.id, ranked(ordered, set));
  }
  return result;
}

/** The order of words or of vectors alone; else the order that the search gave. */
function inOrder(name: string, passages: readonly RankedPassage[]): readonly RankedPassage[] {
  const method = { words: 'bm25', vectors: 'dense' }[name];
  if (method === undefined) return passages;
  const rank = ({ methods }: RankedPassage): number => methods.find((each) => each.name === method)?.rank ?? Infinity;
  return passages.filter((passage) => rank(passage) < Infinity).toSorted((a, b) => rank(a) - rank(b));
}

function ranked(passages: readonly RankedPassage[], { finds }: QuestionSet): { id: string; score: number }[] {
  const ids = new Set(passages.map(({ iri, paper }) => (finds === 'paper' ? paper : iri)));
  return [...ids].slice(0, depth).map((id, i) => ({ id, score: depth - i }));
}

async function reportOf(
  asked: Asked,
  { judgements, questions }: QuestionSet,
  chain: Run | undefined,
): Promise<BackEndReport> {
  const { backEnd, run, ms, notes, measured, methods } = asked;
  const { measureQuery, measureRun, pairedBootstrap } = await import('@askg/retrieval');
  const each = (of: Run): number[] =>
    [...judgements].flatMap(([id, judged]) => measureQuery(of.get(id) ?? [], judged)?.ndcgAt10 ?? []);
  const own = each(run);
  const nothing = own.map(() => 0);
  const { reciprocalRank, recallAt10 } = measureRun(run, judgements);
  const isOther = chain !== undefined && chain !== run;
  const { licence, commercial, digest } = (backEnd.type === 'reranker' ? backEnd.model : undefined) ?? {};
  return {
    name: backEnd.name,
    quality: {
      ndcgAt10: pairedBootstrap(nothing, own, seededRandom(seed)),
      reciprocalRank,
      recallAt10,
      ...(isOther ? { gainOverChain: pairedBootstrap(each(chain), own, seededRandom(seed)) } : {}),
    },
    ms: {
      question: ms / Math.max(1, questions.length),
      ...(measured ? { candidate: measured.ms / Math.max(1, measured.candidates) } : {}),
    },
    ...(measured
      ? {
          candidates: {
            given: measured.candidates,
            unscored: measured.unscored,
            ...(measured.truncated === undefined ? {} : { truncated: measured.truncated }),
          },
        }
      : {}),
    ran: [...(measured && measured.ran.size > 0 ? measured.ran : methods)],
    ...(licence === undefined ? {} : { licence }),
    ...(licence === undefined ? {} : { commercial: commercial !== false }),
    ...(digest === undefined ? {} : { digest }),
    fellBack: counted(notes),
  };
}

/** Notes that differ only in what was used are one: how many passages were scored is told by the candidates. */
function counted(notes: readonly Degraded[][]): (Degraded & { questions: number })[] {
  const groups = Map.groupBy(notes.flat(), ({ step, wanted, reason }) => JSON.stringify([step, wanted, reason]));
  return [...groups.values()].flatMap((group) => (group[0] ? [{ ...group[0], questions: group.length }] : []));
}
