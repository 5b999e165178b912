import type { PassageFilter, Retriever } from '@askg/retrieval';
import type { SyntheticPassages } from './synthetic-passages.ts';

export type Timed = {
  /** Milliseconds of each question, whole and by step. */
  all: number[];
  words: number[];
  vectors: number[];
  rerank: number[];
  /** Milliseconds of all processors that a question took of this process, on average; other programs do not lengthen it. */
  processor: number;
  /** Passages that a question found, on average. */
  candidates: number;
};

/** Asks one question after the other until it is enough. */
export async function askMany(
  retriever: Retriever,
  texts: SyntheticPassages,
  isEnough: (asked: number) => boolean,
  filter?: PassageFilter,
): Promise<Timed> {
  const timed: Timed = { all: [], words: [], vectors: [], rerank: [], processor: 0, candidates: 0 };
  const before = process.cpuUsage();
  let found = 0;
  for (let asked = 0; !isEnough(asked); asked++) {
    const start = performance.now();
    const { passages, timings } = await retriever.retrieve(texts.question(asked), {
      limit: 1000,
      ...(filter ? { filter } : {}),
    });
    timed.all.push(performance.now() - start);
    for (const step of ['words', 'vectors', 'rerank'] as const) timed[step].push(timings[step] ?? 0);
    found += passages.length;
  }
  const { user, system } = process.cpuUsage(before);
  timed.processor = (user + system) / 1000 / timed.all.length;
  timed.candidates = found / timed.all.length;
  return timed;
}
