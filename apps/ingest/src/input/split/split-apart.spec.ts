import { readFileSync } from 'node:fs';
import { expect, it, jest } from '@jest/globals';
import { splitApart } from './split-apart.ts';

// A thread is started for each file.
jest.setTimeout(30_000);
const graph = readFileSync(new URL('../../../../../test/fixtures/turtle/experiment.ttl', import.meta.url));

it('a graph of several papers is divided in a thread', async () => {
  const reply = await splitApart(graph, 'ddm-turtle');
  expect(reply).toMatchObject({ parts: [{ name: 'Paper-0a' }, { name: 'Paper-0b' }] });
});

it('what cannot be parsed comes back as a problem', async () => {
  expect(await splitApart(Buffer.from('@prefix x'), 'ddm-turtle')).toMatchObject({
    problem: { code: 'ddm/malformed-rdf' },
  });
});

it.each([
  ['memory', { ms: 30_000, memoryMiB: 8 }],
  ['time', { ms: 1, memoryMiB: 512 }],
])('a file that takes too much %s is given up', async (_, limits) => {
  const many = Buffer.from(
    `@prefix x: <http://x.org/> .\n${Array.from({ length: 200_000 }, (__, n) => `x:${n} x:p x:o.\n`).join('')}`,
  );
  expect(await splitApart(many, 'ddm-turtle', limits)).toMatchObject({ problem: { code: 'ingest/not-divided' } });
});

it('other formats hold one paper, and start no thread', async () => {
  expect(await splitApart(Buffer.from('x'), 'jats')).toEqual({ parts: [] });
});
