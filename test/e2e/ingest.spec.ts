import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '@askg/corpus';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();
const demo = join(root, 'demo', 'papers');

function digestOf(data: string): unknown {
  const corpus = Corpus.open(data, { readOnly: true });
  try {
    return corpus.snapshotDigest().digest;
  } finally {
    corpus.close();
  }
}

/** Milliseconds from its start until an ingest is killed: while it starts, queues, reads and commits. */
const moments = [150, 350, 550, 700];

describe('an ingest that is killed', () => {
  it('at any moment, with or without its workers, comes to the same graphs when it is given again', async () => {
    const calm = { environment: { ASKG_DATA: askg.folder('calm') } };
    expect((await askg.run(['ingest', demo], calm)).code).toBe(0);
    for (const [round, moment] of moments.entries()) {
      const child = askg.start(['ingest', demo]);
      const ended = once(child, 'exit');
      await delay(moment);
      if (child.pid !== undefined && child.exitCode === null) {
        process.kill(round % 2 === 0 ? -child.pid : child.pid, 'SIGKILL');
      }
      await ended;
    }
    expect((await askg.run(['ingest', demo])).code).toBe(0);
    expect(digestOf(askg.folder('data'))).toBe(digestOf(askg.folder('calm')));
    expect((await askg.run(['verify', '--no-shapes'])).code).toBe(0);
  });
});

describe('an ingest that is interrupted', () => {
  it('says how to go on, and goes on', async () => {
    const child = askg.start(['ingest', demo]);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = once(child, 'close') as Promise<[number | null]>;
    while (!Corpus.exists(askg.folder('data'))) await delay(5);
    // The handler for signals is there before the first file is queued.
    await delay(100);
    child.kill('SIGINT');
    const [code] = await ended;
    if (code !== 0) {
      expect(code).toBe(1);
      expect(err).toMatch(/^cli\/stopped: .*Give the same command again/m);
    }
    expect((await askg.run(['ingest', demo])).code).toBe(0);
    const status = JSON.parse((await askg.run(['ingest', 'status', '--json'])).out) as unknown;
    expect(status).toMatchObject({ counts: { committed: 22 }, failed: [] });
  });
});

describe('two ingests at once', () => {
  it('share the work and both succeed', async () => {
    const runs = await Promise.all([askg.run(['ingest', demo]), askg.run(['ingest', demo])]);
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const calm = { environment: { ASKG_DATA: askg.folder('calm') } };
    await askg.run(['ingest', demo], calm);
    expect(digestOf(askg.folder('data'))).toBe(digestOf(askg.folder('calm')));
  });
});
