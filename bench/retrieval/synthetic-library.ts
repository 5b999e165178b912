import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenSearchSettings, type PassageStore, passageStores } from '@askg/retrieval';
import { processTree, memoryOf } from '../process-memory.ts';
import { folderBytes } from './folder-bytes.ts';
import { model } from './synthetic-embedder.ts';
import { SyntheticPassages, passagesPerPaper } from './synthetic-passages.ts';
import { SyntheticVectors } from './synthetic-vectors.ts';
import { linkTokenFiles } from './token-links.ts';

export type LibraryOptions = { folder: string; passages: number; data: string; server?: OpenSearchSettings };

/** What making the index took; sizes in bytes, times in seconds, memory in MiB. */
export type BuildFigures = {
  words: number;
  vectors: number;
  optimize: number;
  bytes: number;
  tokenBytesAPaper: number;
  memory: number;
};

/** Papers written in one step. */
const batchPapers = 10;

/**
 * The passage index of a library of papers that nobody wrote, made through the port that the indexer writes to, batch by batch
 * as it does; there is no corpus below it.
 */
export async function buildLibrary({ folder, passages, data, server }: LibraryOptions): Promise<BuildFigures> {
  rmSync(folder, { recursive: true, force: true });
  const texts = await SyntheticPassages.of(data);
  const vectors = new SyntheticVectors();
  const stores = passageStores(folder, server);
  const store = await stores.begin('bench');
  const watch = new Watch();
  const step = batchPapers * passagesPerPaper;
  for (let from = 0; from < passages; from += step) {
    const batch = numbers(from, Math.min(step, passages - from)).map((number) => texts.passage(number));
    await watch.time('words', () => putWords(store, batch, true));
    say('words', from, passages);
  }
  await watch.time('words', () => store.indexWords(new Date()));
  for (let from = 0; from < passages; from += step) {
    const rows = numbers(from, Math.min(step, passages - from)).map((number) => ({
      passage: texts.passage(number),
      vector: vectors.of(number),
    }));
    await watch.time('vectors', async () => {
      await store.addVectors(model, rows);
      await store.indexVectors(model, new Date());
    });
    say('vectors', from, passages);
  }
  await watch.time('optimize', () => store.optimize(afterwards()));
  // What is left of the versions before.
  await store.optimize(afterwards());
  const bytes = folderBytes(join(folder, 'projections'));
  await stores.show(store);
  const memory = memoryOf(processTree(process.pid));
  const tokenBytesAPaper = await linkTokenFiles(store, folder, vectors, passages);
  store.close();
  return { ...watch.seconds, bytes, tokenBytesAPaper, memory };
}

/** Passages of whole papers, as the indexer writes them. */
export async function putWords(
  store: PassageStore,
  passages: Parameters<PassageStore['putPassages']>[1],
  more: boolean,
): Promise<void> {
  await store.putPassages([...new Set(passages.map(({ paper }) => paper))], passages);
  await store.indexWords(new Date(), more);
}

export function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

function say(step: string, done: number, all: number): void {
  if (done > 0 && done % 100_000 === 0) process.stderr.write(`${step}: ${done} of ${all} passages\n`);
}

/** A time at which no search reads an earlier version any more. */
function afterwards(): Date {
  return new Date(Date.now() + 120_000);
}

class Watch {
  readonly seconds = { words: 0, vectors: 0, optimize: 0 };

  async time(step: keyof Watch['seconds'], work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work();
    this.seconds[step] += (performance.now() - start) / 1000;
  }
}
