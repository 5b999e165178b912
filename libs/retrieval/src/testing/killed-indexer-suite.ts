import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from './fake-embedder.ts';
import { wordy } from './small-paper.ts';
import type { TestLibrary } from './test-library.ts';

const running = new Set<ChildProcess>();

/** Starts an indexer of its own process and kills it so many milliseconds after it has begun a step. */
async function killDuring({ folder, server }: TestLibrary, step: string, delayMs: number): Promise<void> {
  const child = fork(
    new URL('./indexer-process.ts', import.meta.url),
    [folder, ...(server ? [JSON.stringify(server)] : [])],
    {
      execArgv: ['--disable-warning=ExperimentalWarning', '--conditions=source'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  running.add(child);
  let said: unknown;
  while (said !== step) [said] = (await once(child, 'message')) as unknown[];
  await setTimeout(delayMs);
  child.kill('SIGKILL');
  await once(child, 'exit');
  running.delete(child);
}

/** What becomes of an index whose writer is killed, wherever it is kept. */
export function describeKilledIndexer(newLibrary: () => TestLibrary): void {
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  describe('an indexer that was killed', () => {
    it('leaves an index that can be read, and that catches up to hold all papers and nothing else', async () => {
      const library = newLibrary();
      const embedder = new FakeEmbedder();
      const [query = new Float32Array()] = await embedder.embed('query', ['word1']);
      for (let paper = 0; paper < 6; paper++) await library.add(`10.1/${paper}`, [wordy(150), wordy(120), wordy(90)]);
      const kills: [string, number][] = [
        ['words', 1],
        ['words', 25],
        ['vectors', 5],
        ['vectors', 40],
        ['rebuild', 10],
        ['rebuild', 30],
      ];
      for (const [step, delayMs] of kills) {
        await killDuring(library, step, delayMs);
        // Whatever was under way: searches work, and find no passage of another corpus.
        const hits = await library.reader().searchWords('word1', { limit: 100 });
        expect(hits.every(({ passage }) => passage.text.startsWith('word1'))).toBe(true);
        await library.add(`10.1/${kills.length}`, [wordy(10 + delayMs)]);
        await library.corpus.removePaper(`10.1/${kills.length}`);
        library.corpus.liftTombstone(`10.1_${kills.length}`);
      }
      const indexer = await library.indexer(embedder);
      await indexer.catchUp();
      await indexer.embedPending();
      const reader = library.reader();
      const words = await reader.searchWords('word1', { limit: 100 });
      const vectors = await reader.searchVector(embedder.model, query, { limit: 100 });
      const iris = (hits: typeof words) => hits.map(({ passage }) => passage.iri).toSorted();
      expect(words.length).toBe(18);
      expect(iris(vectors)).toEqual(iris(words));
      expect(await reader.counts(embedder.model)).toEqual({ passages: 18, vectors: 18 });
      const tokens = await reader.tokenVectors(
        embedder.model,
        words.map(({ passage }) => passage),
      );
      expect(tokens.every((each) => each !== undefined)).toBe(true);
    }, 120_000);
  });
}
