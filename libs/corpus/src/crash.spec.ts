import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from './corpus.ts';
import { kill, startProcess } from './testing/start-process.ts';
import { useCorpora } from './testing/test-corpus.ts';
import { openCorpus } from './testing/test-paper.ts';

// Processes are started and killed, and disks synced: slow on a busy machine.
jest.setTimeout(60_000);
const corpora = useCorpora();
/** Milliseconds after its start at which each process is killed: spread over whatever a commit is doing then. */
const moments = [0, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 91];

describe('a process that is killed while it commits', () => {
  it('loses nothing that was committed and leaves nothing half there', async () => {
    const folder = corpora.folder();
    openCorpus(folder).close();
    let commits = 0;
    // A slow machine commits little before it is killed: it goes on until there was something to lose.
    for (let round = 0; round < moments.length || commits <= moments.length; round++) {
      const moment = moments[round % moments.length];
      const child = await startProcess('commit', folder, round * 1000);
      await setTimeout(moment);
      await kill(child);
      const corpus = Corpus.open(folder);
      const { commit, graphs } = corpus.snapshot();
      expect(commit).toBeGreaterThanOrEqual(commits);
      commits = commit;
      for await (const { faults } of corpus.verify()) {
        expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
      for (const { digest } of graphs) await corpus.readGraph(digest);
      const standing = corpus.papers().filter(({ state }) => state === 'committed');
      expect(standing.map(({ key }) => key)).toEqual(graphs.flatMap(({ key }) => key ?? []));
      corpus.close();
    }
    const alone = Corpus.open(folder, { exclusive: true });
    alone.gc();
    for await (const { faults } of alone.verify()) expect(faults).toEqual([]);
    alone.close();
  });
});
