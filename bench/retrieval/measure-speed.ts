import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenSearchSettings, Retriever, openPassageIndex } from '@askg/retrieval';
import type { Measure } from '../main.ts';
import { memoryOf } from '../process-memory.ts';
import { quantile, round } from '../statistics.ts';
import { barsOf } from './bars.ts';
import { dropServerIndices } from './drop-server-indices.ts';
import { inProcess } from './in-process.ts';
import { measureRecall } from './measure-recall.ts';
import { type Timed, askMany } from './ask-many.ts';
import { SyntheticEmbedder, model } from './synthetic-embedder.ts';
import type { BuildFigures, LibraryOptions } from './synthetic-library.ts';
import { SyntheticPassages } from './synthetic-passages.ts';
import { SyntheticVectors } from './synthetic-vectors.ts';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'askg-bench');
const questions = 300;
/** Seconds that questions are asked beside the indexer, so that it comes to do all that it does. */
const busySeconds = 40;

/**
 * Search over so many passages of stretches of the papers, with synthetic vectors; the model itself is not in it. The library is
 * deleted afterwards.
 */
export async function measureSpeed(
  data: string,
  passages: number,
  server: OpenSearchSettings | undefined,
): Promise<Measure[]> {
  const folder = join(cache, `passages-${passages}`);
  const options = { folder, passages, data, ...(server ? { server } : {}) };
  try {
    const built = await inProcess<BuildFigures>('build-library.ts', options, (child) => once(child, 'message'));
    return [...buildMeasures(options, built), ...(await searchMeasures(options))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (server) await dropServerIndices(server);
  }
}

function buildMeasures({ passages, server }: LibraryOptions, built: BuildFigures): Measure[] {
  const { words, vectors, optimize, bytes, memory, tokenBytesAPaper } = built;
  const details = { wordsS: round(words, 1), vectorsS: round(vectors, 1), optimizeS: round(optimize, 1) };
  const of = named(passages, server);
  return [
    of('index built', round(words + vectors + optimize, 1), 's', { details }),
    ...(server ? [] : [of('index on disk, without token vectors', round(bytes / 2 ** 20, 0), 'MiB')]),
    of('token vectors of a paper of 100 passages', round(tokenBytesAPaper / 2 ** 20, 2), 'MiB'),
    of('memory of the process that built it', round(memory, 0), 'MiB'),
  ];
}

async function searchMeasures(options: LibraryOptions): Promise<Measure[]> {
  const { folder, passages, data, server } = options;
  const of = named(passages, server);
  const bars = barsOf(passages, server !== undefined);
  const texts = await SyntheticPassages.of(data);
  const vectors = new SyntheticVectors();
  const embedder = new SyntheticEmbedder(vectors, passages);
  const index = await openPassageIndex(folder, server);
  try {
    const hybrid = new Retriever({ index, embedder, rerankers: [] });
    const chain = new Retriever({ index, embedder });
    const ask = (retriever: Retriever, until: (asked: number) => boolean, papers?: ReadonlySet<string>) =>
      askMany(retriever, texts, until, papers ? { papers } : undefined);
    const enough = (asked: number) => asked >= questions;
    await ask(hybrid, (asked) => asked >= 50);
    const quiet = await ask(hybrid, enough);
    const few = await ask(hybrid, (asked) => asked >= 100, papersOf(texts, passages));
    await ask(chain, (asked) => asked >= 20);
    const whole = await ask(chain, (asked) => asked >= 100);
    const recall = await measureRecall(index, vectors, passages);
    const memory = memoryOf([process.pid]);
    const busy = await inProcess<Timed>('background-indexer.ts', options, async () => {
      const end = performance.now() + busySeconds * 1000;
      return [await ask(hybrid, (asked) => asked >= questions && performance.now() > end)];
    });
    const counts = await index.counts(model);
    const median = (times: readonly number[]) => quantile(times, 0.5);
    return [
      ...timeMeasures(of, 'hybrid search', quiet, bars.median, bars.p99),
      of('hybrid search within 20 papers, median', round(median(few.all), 1), 'ms', { details: spread(few.all) }),
      of('MaxSim of the candidates from stored token vectors, median', round(median(whole.rerank), 1), 'ms', {
        ...(bars.maxSim === undefined ? {} : { bar: bars.maxSim }),
        details: { ...spread(whole.rerank), candidates: round(whole.candidates, 0), tokens: 180, questionTokens: 32 },
      }),
      of('the whole chain, median', round(median(whole.all), 1), 'ms', {
        details: { ...spread(whole.all), processorMs: round(whole.processor, 1) },
      }),
      ...timeMeasures(of, 'hybrid search while passages are indexed', busy, 2 * (bars.median ?? Number.NaN)),
      of(
        'hybrid search while passages are indexed, times the quiet median',
        round(median(busy.all) / median(quiet.all), 2),
        '',
        {
          bar: 2,
          details: { passagesAdded: counts.passages - passages, questions: busy.all.length },
        },
      ),
      of('recall@100 of the vector search', round(recall, 4), ''),
      of('memory of the searching process', round(memory, 0), 'MiB'),
    ];
  } finally {
    await index.close();
  }
}

type Name = (name: string, value: number, unit: string, more?: Partial<Measure>) => Measure;

function named(passages: number, server: OpenSearchSettings | undefined): Name {
  const where = server ? ', OpenSearch' : '';
  return (name, value, unit, more = {}) => ({ name: `${passages} passages${where}: ${name}`, value, unit, ...more });
}

function timeMeasures(
  of: Name,
  name: string,
  { all, words, vectors, processor }: Timed,
  bar?: number,
  barP99?: number,
): Measure[] {
  const median = (times: readonly number[]) => round(quantile(times, 0.5), 1);
  const withBar = (value?: number): Partial<Measure> =>
    value === undefined || Number.isNaN(value) ? {} : { bar: value };
  const steps = { processorMs: round(processor, 1), wordsMs: median(words), vectorsMs: median(vectors) };
  return [
    of(`${name}, median`, median(all), 'ms', { ...withBar(bar), details: { ...spread(all), ...steps } }),
    of(`${name}, 99th percentile`, round(quantile(all, 0.99), 1), 'ms', withBar(barP99)),
  ];
}

function spread(times: readonly number[]): { p95: number; p99: number } {
  return { p95: round(quantile(times, 0.95), 1), p99: round(quantile(times, 0.99), 1) };
}

function papersOf(texts: SyntheticPassages, passages: number): ReadonlySet<string> {
  return new Set(Array.from({ length: 20 }, (_, i) => texts.passage(Math.floor((i * passages) / 20)).paper));
}
