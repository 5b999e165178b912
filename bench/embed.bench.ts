import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Embedder, ModelStore, defaultEmbedder, openEmbedder } from '@askg/inference';
import { jatsFiles } from './jats-files.ts';
import type { Bench, Measure } from './main.ts';
import { memoryOf } from './process-memory.ts';
import { median, quantile, round } from './statistics.ts';

const passageTokens = 100;
const passageCount = 600;
/** Passages whose tokens are counted; their vectors would fill the memory that is measured. */
const sampleCount = 60;
const questionCount = 40;
const question = 'How do the authors measure the quality of the extracted entities?';

/** The default embedder on passages of the papers. The model is looked for in ASKG_MODELS, or else in `data/models`. */
export const bench: Bench = {
  describe:
    'The default embedder on passages of about 100 tokens from the papers: how many a second on one and on two threads, what a question waits while passages are embedded, and the memory it takes.',
  async run({ data }): Promise<Measure[]> {
    const folder = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models');
    const store = new ModelStore(folder);
    const before = memoryOf([process.pid]);
    const start = performance.now();
    const embedder = await openEmbedder(store);
    const opened = performance.now() - start;
    const { passages, tokens } = await cutPassages(embedder, await wordsOf(data));
    const one = await rate(embedder, passages);
    const idle = await waits(embedder);
    const indexing = embedder.embed('passage', passages, { priority: 'background' });
    const busy = await waits(embedder);
    await indexing;
    const memory = memoryOf([process.pid]) - before;
    await embedder.close();
    const pair = await openEmbedder(store, defaultEmbedder, { threads: 2 });
    const two = await rate(pair, passages);
    await pair.close();
    return [
      { name: 'opening the model', value: round(opened, 0), unit: 'ms' },
      {
        name: 'tokens a passage, mean',
        value: round(tokens, 1),
        unit: 'tokens',
        details: { passages: passages.length },
      },
      { name: 'passages, one thread', ...one },
      { name: 'passages, two threads', ...two, bar: 50 },
      { name: 'a question on an idle model, median', value: round(median(idle), 1), unit: 'ms' },
      {
        name: 'a question while passages are embedded, median',
        value: round(median(busy), 1),
        unit: 'ms',
        details: { p95: round(quantile(busy, 0.95), 1), longest: round(Math.max(...busy), 1) },
      },
      { name: 'memory of the open model', value: round(memory, 0), unit: 'MiB' },
    ];
  },
};

/** The words of all papers, without mark-up. */
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

/** Passages of so many words that they have 100 tokens on average. */
async function cutPassages(embedder: Embedder, words: string[]): Promise<{ passages: string[]; tokens: number }> {
  const tokensOf = async (texts: string[]): Promise<number> => {
    const counts = (await embedder.embedTokens('passage', texts)).map(({ tokens }) => tokens.count);
    return counts.reduce((sum, count) => sum + count, 0) / counts.length;
  };
  const cut = (size: number): string[] =>
    Array.from({ length: passageCount }, (_, index) => words.slice(index * size, (index + 1) * size).join(' ')).filter(
      (text) => text !== '',
    );
  const guess = 50;
  const size = Math.round((guess * passageTokens) / (await tokensOf(cut(guess).slice(0, sampleCount))));
  const passages = cut(size);
  return { passages, tokens: await tokensOf(passages.slice(0, sampleCount)) };
}

async function rate(embedder: Embedder, passages: string[]): Promise<Pick<Measure, 'value' | 'unit' | 'details'>> {
  await embedder.embed('passage', passages.slice(0, 20));
  const cpu = process.cpuUsage();
  const start = performance.now();
  await embedder.embed('passage', passages);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  return {
    value: round(passages.length / seconds, 1),
    unit: 'passages/s',
    details: { perCpuSecond: round(passages.length / cpuSeconds, 1), loadBefore: loadavg().map((load) => round(load)) },
  };
}

/** How long each of some questions takes, asked with pauses, in ms. */
async function waits(embedder: Embedder): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < questionCount; index++) {
    const start = performance.now();
    await embedder.embed('query', [`${question} (${index})`]);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}
