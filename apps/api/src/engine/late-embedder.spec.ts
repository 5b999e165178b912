import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@askg/contract';
import type { Embedder } from '@askg/inference';
import type { LogEntry } from '../problems/log.ts';
import { LateEmbedder } from './late-embedder.ts';

function embedder(): Embedder & { isClosed: boolean } {
  const unused = () => Promise.reject(new Error('not called here'));
  return {
    model: { name: 'm', digest: 'd', dimensions: 1, maxTokens: 1 },
    embed: unused,
    embedTokens: unused,
    isClosed: false,
    close() {
      this.isClosed = true;
      return Promise.resolve();
    },
  };
}

/** Looks as often as there are finds, then has found `last`. */
async function look(finds: (() => Promise<Embedder | undefined>)[], last: Embedder) {
  const logged: LogEntry[] = [];
  const arrived = Promise.withResolvers<Embedder>();
  let missed = 0;
  const late = new LateEmbedder({
    find: () => finds.shift()?.() ?? Promise.resolve(last),
    arrived: arrived.resolve,
    missed: () => (missed += 1),
    log: (entry) => logged.push(entry),
    pollMs: 1,
  });
  late.start();
  // The looks themselves do not keep a process alive.
  const alive = setInterval(() => undefined, 50);
  const found = await arrived.promise;
  clearInterval(alive);
  return { late, found, logged, missed };
}

const absent = () => Promise.resolve(undefined);
const broken = () =>
  Promise.reject(new CodedError('inference/damaged-model', { title: 'Damaged', fix: 'Fetch it again.' }, 'x'));

describe('an embedder that comes late', () => {
  it('is found as soon as it is there, and closed with the rest', async () => {
    const last = embedder();
    const { late, found, logged } = await look([absent, absent], last);
    expect(found).toBe(last);
    expect(logged).toEqual([]);
    await late.close();
    expect(last.isClosed).toBe(true);
  });

  it('is looked for again when it cannot be opened, which is told once', async () => {
    const { late, logged, missed } = await look([broken, broken, broken], embedder());
    expect(logged).toMatchObject([{ level: 'error', message: 'Damaged. Fetch it again.' }]);
    expect(missed).toBe(1);
    expect(late.reason).toBe('Damaged. Fetch it again.');
    await late.close();
  });

  it('is closed when it arrives after everything else', async () => {
    const late = embedder();
    const opening = Promise.withResolvers<Embedder>();
    const source = new LateEmbedder({
      find: () => opening.promise,
      arrived: () => expect('nobody').toBe('told'),
      missed: () => undefined,
      log: () => undefined,
      pollMs: 1,
    });
    source.start();
    const closed = source.close();
    opening.resolve(late);
    await closed;
    expect(late.isClosed).toBe(true);
  });
});
