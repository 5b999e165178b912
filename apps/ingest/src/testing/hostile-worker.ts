import { parseArgs } from 'node:util';
import { Corpus } from '@askg/corpus';
import { readPaper } from '../worker/read-paper.ts';
import type { WorkerReport } from '../worker/worker-messages.ts';

/*
 * A worker whose reader can be brought to its knees by the name of a file: `hang` keeps it busy for ever, `explode` fills
 * its memory, `die` ends it. Other files it reads as they are to be read.
 */
const { values } = parseArgs({
  strict: false,
  options: { data: { type: 'string' }, owner: { type: 'string' } },
});
const owner = String(values['owner']);
const corpus = Corpus.open(String(values['data']));
const say = (report: WorkerReport): void => void process.send?.(report);

const deeds: Record<string, () => void> = {
  hang: () => {
    for (;;);
  },
  explode: () => {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 1_000_000 }, (_, n) => n / 3));
  },
  die: () => process.exit(7),
};

process.on('disconnect', () => process.exit());
process.on('message', () => void work());

async function work(): Promise<void> {
  const job = corpus.jobs.claim({ owner, now: Date.now(), leaseMs: 6000 });
  if (!job) return say({ type: 'idle' });
  const { source, path } = job;
  say({ type: 'took', source, path });
  const deed = Object.keys(deeds).find((word) => path.includes(word));
  if (deed !== undefined) setTimeout(() => deeds[deed]?.(), 20);
  else {
    const paper = await readPaper(corpus, job, { now: () => performance.now(), enter: async () => undefined });
    corpus.jobs.finish(source, owner);
    say({ type: 'committed', source, path, ...paper });
  }
}

say({ type: 'ready' });
