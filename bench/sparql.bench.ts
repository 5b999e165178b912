import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fuseki } from '../scripts/services/fuseki.ts';
import type { Bench, Measure } from './main.ts';
import type { Dataset } from './sparql/dataset.ts';
import { EndpointEngine } from './sparql/engines/endpoint-engine.ts';
import type { MeasuredEngine } from './sparql/engines/engine.ts';
import { FusekiEngine } from './sparql/engines/fuseki-engine.ts';
import { LineEngine } from './sparql/engines/line-engine.ts';
import { medianQuery, timeQueries, type Timing, type Timings } from './sparql/measure.ts';
import { papers } from './sparql/papers.ts';
import { sp2bench } from './sparql/sp2bench.ts';
import { round } from './statistics.ts';

const runs = 5;
const limitMs = 10_000;
/** Peers are not asked beyond these sizes: they would take hours. */
const largestForPeers: Readonly<Record<string, number>> = {
  'Jena Fuseki': 1_000_000,
  'Comunica + N3': 1_000_000,
  rdflib: 100_000,
};
/** What the way through HTTP and processes may cost. */
const allowed = (direct: number): number => Math.max(1.3 * direct, direct + 5);

const node = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--max-old-space-size=12288'];
const script = (name: string): string => join(import.meta.dirname, 'sparql', 'engines', name);
const direct = () => new LineEngine(process.execPath, ({ folder }) => [...node, script('oxigraph-process.ts'), folder]);

/** The peers that are there: those in Python by `ASKG_BENCH_PYTHON`, an interpreter that has rdflib. */
function peers(): Record<string, () => MeasuredEngine> {
  const python = process.env['ASKG_BENCH_PYTHON'];
  const comunica = () =>
    new LineEngine(process.execPath, ({ ntriples }) => [...node, script('comunica-process.ts'), ntriples]);
  const rdflib = (command: string) => () =>
    new LineEngine(command, ({ ntriples }) => [script('rdflib_process.py'), ntriples]);
  if (python === undefined) process.stderr.write('Without ASKG_BENCH_PYTHON rdflib is left out.\n');
  const lacking = fuseki.lacks();
  if (lacking !== undefined) process.stderr.write(`Without Jena Fuseki: ${lacking}.\n`);
  return {
    ...(lacking === undefined ? { 'Jena Fuseki': () => new FusekiEngine() } : {}),
    'Comunica + N3': comunica,
    ...(python === undefined ? {} : { rdflib: rdflib(python) }),
  };
}

export const bench: Bench = {
  describe: `The SPARQL endpoint with one engine process beside Oxigraph by itself and other engines, on copies of the demo papers with the competency queries and, when --data holds it, of SP2Bench. Each query ${runs} times after one to warm up, engines in turn; the limit is ${limitMs / 1000} s.`,
  async run({ data, triples = [100_000, 1_000_000] }) {
    const hasSp2bench = existsSync(join(data, '10kdata.n3.gz'));
    if (!hasSp2bench) process.stderr.write('--data has no 10kdata.n3.gz: without SP2Bench.\n');
    const measures: Measure[] = [];
    for (const size of triples) {
      measures.push(...(await measure(await papers(size), size)));
      if (hasSp2bench) measures.push(...(await measure(await sp2bench(data, size), size)));
    }
    return measures;
  },
};

async function measure(dataset: Dataset, size: number): Promise<Measure[]> {
  process.stderr.write(`${dataset.name}: ${dataset.triples} triples\n`);
  const endpoint = new EndpointEngine();
  const oxigraph = direct();
  const timings: Record<string, Timings> = {};
  let measures: Measure[];
  try {
    const loaded = await endpoint.load(dataset);
    await oxigraph.load(dataset);
    Object.assign(timings, await timeQueries({ endpoint, direct: oxigraph }, dataset.queries, { runs, limitMs }));
    const recovery = await endpoint.recoverAfterKill();
    measures = [
      { name: `${dataset.name}: engine ready`, value: round(loaded.ms, 0), unit: 'ms', bar: 12_000 },
      {
        name: `${dataset.name}: loaded`,
        value: round(loaded.triples / loaded.ms),
        unit: 'thousand triples/s',
        bar: 80,
      },
      {
        name: `${dataset.name}: memory of the engine process`,
        value: round(loaded.memoryMiB, 0),
        unit: 'MiB',
        bar: 1024,
      },
      {
        name: `${dataset.name}: ready again after a query was killed`,
        value: round(recovery, 0),
        unit: 'ms',
        bar: 4000,
      },
      ...overhead(dataset, timings),
    ];
  } finally {
    await endpoint.close();
    await oxigraph.close();
  }
  for (const [name, open] of Object.entries(peers())) {
    if (size <= (largestForPeers[name] ?? 0)) {
      process.stderr.write(`${name}: `);
      const peer = open();
      try {
        await peer.load(dataset);
        Object.assign(timings, await timeQueries({ [name]: peer }, dataset.queries, { runs: 2, limitMs }));
      } finally {
        await peer.close();
      }
    }
  }
  return [...measures, ...comparisons(dataset, timings)];
}

/** What the endpoint adds to the engine. */
function overhead(dataset: Dataset, timings: Record<string, Timings>): Measure[] {
  const slower: string[] = [];
  const added: number[] = [];
  for (const { name } of dataset.queries) {
    const [ours, theirs] = [timings['endpoint']?.[name], timings['direct']?.[name]];
    if (!isDone(ours) || !isDone(theirs)) continue;
    added.push(ours.ms - theirs.ms);
    if (ours.ms > allowed(theirs.ms)) slower.push(`${name}: ${round(ours.ms, 1)} over ${round(theirs.ms, 1)} ms`);
  }
  const sorted = added.toSorted((a, b) => a - b);
  return [
    {
      name: `${dataset.name}: endpoint adds, median query`,
      value: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      unit: 'ms',
      bar: 5,
    },
    {
      name: `${dataset.name}: queries slower than 1.3 times the engine and by more than 5 ms`,
      value: slower.length,
      unit: `of ${added.length}`,
      bar: 0,
      details: slower,
    },
  ];
}

function comparisons(dataset: Dataset, timings: Record<string, Timings>): Measure[] {
  const names = dataset.queries.map(({ name }) => name);
  const ours = medianQuery(timings['endpoint'] ?? {}, names, limitMs);
  const figures = Object.entries(timings).map(([engine, of]): Measure => {
    const done = Object.values(of).filter(isDone).length;
    return {
      name: `${dataset.name}: median query, ${engine}`,
      value: round(medianQuery(of, names, limitMs)),
      unit: 'ms',
      details: { done, of: names.length, differs: differences(timings['direct'] ?? {}, of), queries: rounded(of) },
    };
  });
  const peerNames = Object.keys(timings).filter((name) => name !== 'endpoint' && name !== 'direct');
  const ratios = peerNames.map((name): Measure => ({
    name: `${dataset.name}: ${name} over the endpoint, median query`,
    value: round(medianQuery(timings[name] ?? {}, names, limitMs) / ours, 1),
    unit: 'times',
    bar: name === 'Jena Fuseki' ? 1 : 5,
  }));
  return [...figures, ...ratios];
}

/** Queries that both ended and whose results are of different size. */
function differences(expected: Timings, found: Timings): string[] {
  return Object.entries(found).flatMap(([name, timing]) => {
    const other = expected[name];
    return isDone(timing) && isDone(other) && timing.rows !== other.rows
      ? [`${name}: ${timing.rows}, ${other.rows}`]
      : [];
  });
}

function isDone(timing: Timing | undefined): timing is { ms: number; rows: number } {
  return timing !== undefined && 'ms' in timing;
}

function rounded(timings: Timings): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(timings).map(([name, timing]) => [
      name,
      'ms' in timing ? round(timing.ms) : `${timing.failure}: ${timing.detail}`,
    ]),
  );
}
