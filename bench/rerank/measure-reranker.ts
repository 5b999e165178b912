import { openModelStore } from '@askg/inference';
import { openReranker, type PassageIndex } from '@askg/retrieval';
import { round } from '../statistics.ts';
import { cutPassages } from './passages.ts';

/*
 * `measure-reranker MODELS NAME PAPERS COUNT TOKENS`: a process of its own for each model, so that the memory it takes can be
 * told. It prints what it measured as JSON.
 */

export type Measured = {
  /** Milliseconds that opening the model took, its digest included. */
  openMs: number;
  /** Milliseconds by the clock, and of processor time, for each passage of a list that was seen for the first time. */
  wallMs: number;
  cpuMs: number;
  /** Milliseconds by the clock for the same list again. */
  againMs: number;
  passages: number;
  truncated?: number;
  unscored: number;
  /** With half of the time that all took: how much was scored, how long it took beyond that, and whether that was said. */
  deadline: { ms: number; beyondMs: number; scored: number; told: boolean };
  /** MiB at most, and before the model was opened. */
  memory: { peak: number; before: number };
  /** Why it did not run. */
  failure?: string;
};

const question = 'How do the authors measure the quality of the extracted entities?';
const [models = '', name = '', papers = '', count = '', tokens = ''] = process.argv.slice(2);

const now = (): number => performance.now();
const mebibytes = (bytes: number): number => round(bytes / 2 ** 20, 0);
const passages = await cutPassages(papers, 3 * Number(count), Number(tokens));
const part = (at: number) => passages.slice(at * Number(count), (at + 1) * Number(count));
const before = mebibytes(process.memoryUsage.rss());

// Token vectors that an indexer has stored are not used here: there is no index.
const index = { tokenVectors: (_: unknown, of: readonly unknown[]) => Promise.resolve(of.map(() => undefined)) };
const store = openModelStore(models, { noncommercial: true });
const start = now();
const reranker = await openReranker(
  { name, offline: true, deadlineMs: Infinity },
  { models: store, index: index as unknown as PassageIndex, now, threads: 2 },
);
const openMs = now() - start;
await reranker.rerank({ text: question }, part(0).slice(0, 2));

const cpu = process.cpuUsage();
const first = await timed(part(1));
const { user, system } = process.cpuUsage(cpu);
const again = await timed(part(1));
const limit = first.ms / 2;
const cut = await timed(part(2), limit);
await reranker.close?.();

const scored = (scores: readonly (number | undefined)[]): number =>
  scores.filter((score) => score !== undefined).length;
const measured: Measured = {
  openMs: round(openMs, 0),
  wallMs: round(first.ms / Number(count), 2),
  cpuMs: round((user + system) / 1000 / Number(count), 2),
  againMs: round(again.ms / Number(count), 2),
  passages: Number(count),
  ...(first.truncated === undefined ? {} : { truncated: first.truncated }),
  unscored: Number(count) - scored(first.scores),
  deadline: {
    ms: round(limit, 0),
    beyondMs: round(Math.max(0, cut.ms - limit), 0),
    scored: scored(cut.scores),
    told: scored(cut.scores) === Number(count) || cut.degraded.some(({ step }) => step === 'rerank'),
  },
  memory: { peak: mebibytes(process.resourceUsage().maxRSS * 1024), before },
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
process.exit(0);

async function timed(candidates: typeof passages, deadlineMs?: number) {
  const begun = now();
  const reranked = await reranker.rerank(
    { text: question },
    candidates,
    deadlineMs === undefined ? {} : { deadlineMs },
  );
  return { ...reranked, ms: now() - begun };
}
