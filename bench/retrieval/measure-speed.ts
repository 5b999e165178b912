import type { Document } from '@askg/contract';
import { Retriever, openPassageIndex } from '@askg/retrieval';
import { jatsFiles } from '../jats-files.ts';
import type { Measure } from '../main.ts';
import { memoryOf } from '../process-memory.ts';
import { quantile, round } from '../statistics.ts';
import { abstractOf, indexedCorpus, keyOf } from './bench-library.ts';
import { SyntheticEmbedder, generator } from './synthetic-embedder.ts';

const papers = 1000;
const passagesPerPaper = 100;
const wordsPerPassage = 150;
const questions = 200;

/** Search over 100,000 passages of random words of the papers, with synthetic vectors; the model itself is not in it. */
export async function measureSpeed(data: string): Promise<Measure[]> {
  const words = await wordsOf(data);
  const before = memoryOf([process.pid]);
  const { folder, seconds } = await indexedCorpus('synthetic', library(words), new SyntheticEmbedder(2));
  const writer = memoryOf([process.pid]) - before;
  const index = await openPassageIndex(folder);
  const embedder = new SyntheticEmbedder(3);
  const retriever = new Retriever({ index, embedder });
  const random = generator(4);
  const ask = () => Array.from({ length: 8 }, () => pick(words, random)).join(' ');
  for (let i = 0; i < 20; i++) await retriever.retrieve(ask(), { limit: 10 });
  const steps: Record<string, number[]> = { all: [], words: [], vectors: [] };
  const filtered: number[] = [];
  const filter = { papers: new Set(Array.from({ length: 20 }, (_, i) => keyOf(String(i * 7)))) };
  let found = 0;
  for (let i = 0; i < questions; i++) {
    const start = performance.now();
    const { passages, timings } = await retriever.retrieve(ask(), { limit: 10 });
    steps['all']?.push(performance.now() - start);
    for (const step of ['words', 'vectors']) steps[step]?.push(timings[step] ?? 0);
    found += passages.length;
    const again = performance.now();
    await retriever.retrieve(ask(), { limit: 10, filter });
    filtered.push(performance.now() - again);
  }
  const { passages, vectors } = await index.counts(embedder.model);
  await index.close();
  const figure = (name: string, times: readonly number[], bar?: number): Measure => ({
    name,
    value: round(quantile(times, 0.5), 1),
    unit: 'ms',
    ...(bar === undefined ? {} : { bar }),
    details: { p95: round(quantile(times, 0.95), 1), p99: round(quantile(times, 0.99), 1) },
  });
  return [
    { name: 'passages', value: passages, unit: '', details: { vectors, foundAQuestion: found / questions } },
    ...(seconds
      ? [
          { name: 'indexing their words', value: round(seconds.words, 1), unit: 's' },
          { name: 'appending their vectors', value: round(seconds.vectors, 1), unit: 's' },
          { name: 'compacting, and an index over the vectors', value: round(seconds.optimize, 1), unit: 's' },
          { name: 'memory of the writer', value: round(writer, 0), unit: 'MiB' },
        ]
      : []),
    figure('a question over all, median', steps['all'] ?? [], 30),
    figure('of that: words, median', steps['words'] ?? []),
    figure('of that: vectors, median', steps['vectors'] ?? []),
    figure('a question within 20 papers, median', filtered),
    { name: 'memory of all', value: round(memoryOf([process.pid]), 0), unit: 'MiB' },
  ];
}

async function wordsOf(data: string): Promise<string[]> {
  const files = await jatsFiles(data);
  if (files.length === 0) throw new Error(`no JATS file in ${data}`);
  return files.flatMap(({ bytes }) =>
    bytes
      .toString('utf8')
      .replaceAll(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter(Boolean),
  );
}

function* library(words: readonly string[]): Generator<Document> {
  const random = generator(1);
  for (let paper = 0; paper < papers; paper++) {
    const paragraphs = Array.from({ length: passagesPerPaper }, () =>
      Array.from({ length: wordsPerPassage }, () => pick(words, random)).join(' '),
    );
    yield abstractOf(String(paper), `${pick(words, random)} ${pick(words, random)}`, paragraphs);
  }
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? '';
}
