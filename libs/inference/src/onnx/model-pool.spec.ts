import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const script = fileURLToPath(new URL('../testing/pool-process.ts', import.meta.url));

test('a lost thread ends the call under way by a code, the next call starts another thread, all threads share the work, and an idle one rests until there is some', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=source',
    script,
    temporaryFolder(),
    temporaryFolder(),
  ]);
  expect(JSON.parse(stdout)).toEqual({
    whenLost: { underWay: 'inference/worker-lost', waiting: 1, threads: 2 },
    whenIdle: { next: 1, threads: 3 },
    whenGone: { next: 'inference/damaged-model' },
    busy: [true, true],
    rested: { next: 2, threads: 1 },
    left: 0,
  });
});
