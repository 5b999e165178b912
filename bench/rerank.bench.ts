import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openModelStore } from '@askg/inference';
import { isRerankerKind } from '@askg/retrieval';
import { addTinyRerankers } from '../libs/retrieval/src/testing/tiny-rerankers.ts';
import type { Bench, Measure } from './main.ts';
import { estimateOf } from './rerank/estimates.ts';
import type { Measured } from './rerank/measure-reranker.ts';

const papers = join(import.meta.dirname, '..', 'demo', 'papers');
const run = promisify(execFile);
/** Passages of a list, and their tokens. */
const count = 16;
const tokens = 200;
/** Milliseconds that one model may take. */
const patienceMs = 1_800_000;

/**
 * With `--data` of a models folder: every reranker that is there. Without: the tiny models of the tests, which show what all
 * but the model costs. Time does not care about training: `bench/rerank/make_*.py` make models of full size with random
 * weights, and `askg models add FOLDER` puts them into a models folder.
 */
export const bench: Bench = {
  describe: `Rerankers over lists of ${count} passages of about ${tokens} tokens, on two threads: milliseconds of a passage beside what arithmetic says, whether a deadline is kept and what was scored by then, and memory.`,
  async run({ data }): Promise<Measure[]> {
    if (existsSync(join(data, 'manifest.json'))) return measureAll(data);
    const folder = mkdtempSync(join(tmpdir(), 'askg-rerankers-'));
    try {
      await addTinyRerankers(join(folder, 'models'), join(folder, 'converted'));
      return await measureAll(join(folder, 'models'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function measureAll(models: string): Promise<Measure[]> {
  const store = openModelStore(models, { noncommercial: true });
  const here = (await store.list()).filter(({ kind, state }) => isRerankerKind(kind) && state === 'here');
  const measures: Measure[] = [];
  for (const { name, kind, bytes } of here) {
    process.stderr.write(`${name} (${kind}, ${Math.round(bytes / 2 ** 20)} MiB)\n`);
    measures.push(...measuresOf(name, await measure(models, name)));
  }
  return measures;
}

async function measure(models: string, name: string): Promise<Measured | string> {
  const entry = join(import.meta.dirname, 'rerank', 'measure-reranker.ts');
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  const words = [entry, models, name, papers, String(count), String(tokens)];
  try {
    const { stdout } = await run(process.execPath, [...flags, ...words], { timeout: patienceMs });
    return JSON.parse(stdout) as Measured;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function measuresOf(name: string, measured: Measured | string): Measure[] {
  if (typeof measured === 'string') {
    return [{ name: `${name}: did not run`, value: 0, unit: '', details: { failure: measured } }];
  }
  const { wallMs, cpuMs, againMs, openMs, deadline, memory, truncated, unscored, passages } = measured;
  const estimate = estimateOf(name, tokens);
  const load = loadavg()[0];
  return [
    { name: `${name}: a passage, processor time`, value: cpuMs, unit: 'ms', details: { estimate } },
    { name: `${name}: a passage, by the clock`, value: wallMs, unit: 'ms', details: { load } },
    { name: `${name}: the same passage again`, value: againMs, unit: 'ms' },
    { name: `${name}: opening`, value: openMs, unit: 'ms' },
    {
      name: `${name}: beyond a deadline of half the time`,
      value: deadline.beyondMs,
      unit: 'ms',
      details: { ...deadline, passages, truncated, unscored },
    },
    { name: `${name}: memory at most`, value: memory.peak, unit: 'MiB', details: { before: memory.before } },
  ];
}
