import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OxigraphPool } from '@askg/graph';
import type { Bench, Measure } from './main.ts';
import { memoryOf } from './process-memory.ts';
import { copiedGraphs } from './restart/copied-graphs.ts';
import { openFeed } from './sparql/dataset-feed.ts';
import { median, round } from './statistics.ts';

const kills = 5;
const killsWithout = 2;
const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }';

/** How soon an engine answers: for the first time, when the server is started again, and after a query was killed. */
export const bench: Bench = {
  describe: `Engine processes over copies of the graphs of the demo papers: the first start, which loads the graphs and makes an image of the memory; a start of the whole pool from that image; and ${kills} times the time from the end of a query at its deadline until its engine is ready again, with the image and without.`,
  async run({ triples = [1_000_000] }) {
    const measures: Measure[] = [];
    for (const size of triples) measures.push(...(await measure(size)));
    return measures;
  },
};

async function measure(size: number): Promise<Measure[]> {
  const dataset = await copiedGraphs(size);
  const folder = await mkdtemp(join(tmpdir(), 'askg-bench-restart-'));
  const of = (name: string): string => `${dataset.triples} triples: ${name}`;
  try {
    const first = await openPool(dataset.folder, folder);
    const [loaded] = first.pool.status().engines;
    await first.pool.close();
    const second = await openPool(dataset.folder, folder);
    await untilIdle(second.pool);
    const [restored] = second.pool.status().engines;
    const memoryMiB = memoryOf([restored?.pid ?? 0]);
    const withImage = await recoveries(second.pool, kills);
    await second.pool.close();
    const third = await openPool(dataset.folder);
    await untilIdle(third.pool);
    const without = await recoveries(third.pool, killsWithout);
    await third.pool.close();
    return [
      { name: of('first start until a query is answered'), value: round(first.ms, 0), unit: 'ms', bar: 12_000 },
      {
        name: of('loaded by one engine'),
        value: round((loaded?.quads ?? 0) / (loaded?.startMs ?? 0), 0),
        unit: 'thousand triples/s, the image made included',
        bar: 80,
      },
      {
        name: of('start from the image until a query is answered'),
        value: round(second.ms, 0),
        unit: 'ms',
        bar: 12_000,
      },
      { name: of('memory of an engine process from the image'), value: round(memoryMiB, 0), unit: 'MiB', bar: 1024 },
      figure(of('ready again after a killed query, median'), withImage, 4000),
      figure(of('the same without an image, median'), without),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function figure(name: string, times: readonly number[], bar?: number): Measure {
  const details = times.map((ms) => round(ms, 0));
  return { name, value: round(median(times), 0), unit: 'ms', details, ...(bar === undefined ? {} : { bar }) };
}

async function openPool(folder: string, imageFolder?: string): Promise<{ pool: OxigraphPool; ms: number }> {
  const began = performance.now();
  const pool = new OxigraphPool({
    folder,
    feed: await openFeed(folder),
    feedModule: new URL('./sparql/dataset-feed.ts', import.meta.url),
    now: () => performance.now(),
    ...(imageFolder === undefined ? {} : { imageFolder }),
  });
  await pool.start();
  await pool.query('ASK { ?s ?p ?o }');
  return { pool, ms: performance.now() - began };
}

/** Milliseconds from the end of a query that was killed until all engines are ready, several times. */
async function recoveries(pool: OxigraphPool, times: number): Promise<number[]> {
  const measured: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await pool.query(endless, { deadlineMs: 700 }).catch(() => undefined);
    const killed = performance.now();
    await untilIdle(pool);
    measured.push(performance.now() - killed);
  }
  return measured;
}

async function untilIdle(pool: OxigraphPool): Promise<void> {
  while (pool.status().engines.some(({ state }) => state !== 'idle')) await wait(5);
}
