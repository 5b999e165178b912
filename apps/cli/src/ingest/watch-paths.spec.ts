import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Paper } from '@askg/contract';
import { runCommand } from '../run-command.ts';
import { run } from '../testing/run.ts';

// Workers are started to read the papers.
jest.setTimeout(60_000);
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../test/fixtures/jats/${name}`, import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-watch-'));
  mkdirSync(join(folder, 'papers'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

describe('ingest --watch', () => {
  it('reads what is there, then what comes, and ends well by Ctrl-C', async () => {
    copyFileSync(fixture('joss-2024.xml'), join(folder, 'papers', 'first.xml'));
    let out = '';
    let err = '';
    const papers = (): Paper[] =>
      out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Paper.parse(JSON.parse(line)));
    const ended = runCommand(['ingest', join(folder, 'papers'), '--watch', '--jsonl'], {
      environment: { ASKG_DATA: join(folder, 'data'), ASKG_WORKERS: '1' },
      stdin: (async function* () {})(),
      writeOut: (text) => void (out += text),
      screen: { write: (text) => void (err += text), isTerminal: false, columns: 80, now: () => performance.now() },
    });
    await until(() => err.includes('Waiting for more'));
    expect(papers().map(({ source }) => source)).toEqual([expect.any(String)]);

    copyFileSync(fixture('elife-2020-excerpt.xml'), join(folder, 'papers', 'second.xml'));
    await until(() => papers().length === 2);
    expect(papers().map(({ state }) => state)).toEqual(['committed', 'committed']);
    process.emit('SIGINT');
    expect(await ended).toBe(0);
  });

  it.each([
    ['--json, which needs an end', ['--watch', '--json']],
    ['--poll alone', ['--poll', '5']],
    ['a number of seconds that is none', ['--watch', '--poll', 'often']],
  ])('refuses %s', async (_, words) => {
    const { code } = await run(['ingest', join(folder, 'papers'), ...words], { ASKG_DATA: join(folder, 'data') });
    expect(code).toBe(2);
  });
});
