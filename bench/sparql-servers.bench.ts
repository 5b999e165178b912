import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '@askg/corpus';
import {
  type GraphStore,
  OxigraphPool,
  readServerSettings,
  ServerConnection,
  ServerProjection,
  SparqlServer,
} from '@askg/graph';
import { fuseki } from '../scripts/services/fuseki.ts';
import { oxigraph } from '../scripts/services/oxigraph.ts';
import { makeCorpus } from '../test/eval/stack/demo-corpus.ts';
import { queries } from '../test/services/sparql/queries.ts';
import type { Bench, Measure } from './main.ts';
import { median, quantile, round } from './statistics.ts';

const warmRuns = 3;
const runs = 7;
const now = (): number => performance.now();

/** The graph in real servers and in the engines of askg: how long it takes to put it there, and how fast queries are answered. */
export const bench: Bench = {
  describe: `Graphs of the papers in Oxigraph server, in Jena Fuseki with TDB2 and in the engines of askg, behind the same guard: the time to put all of them there into an empty server and again into a full one, and the latency of ${Object.keys(queries).length} queries (the competency queries and scans), each asked ${runs} times in a row after ${warmRuns} runs to warm up; the median of a query counts.`,
  async run({ data }) {
    const folder = await mkdtemp(join(tmpdir(), 'askg-bench-servers-'));
    const corpus = await makeCorpus(join(folder, 'corpus'), data);
    try {
      const measures: Measure[] = await ofEngines(corpus);
      for (const service of [oxigraph, fuseki]) {
        if (service.lacks() === undefined) {
          measures.push(...(await ofServer(service, corpus, join(folder, service.name))));
        }
      }
      return measures;
    } finally {
      corpus.close();
      await rm(folder, { recursive: true });
    }
  },
};

async function ofEngines(corpus: Corpus): Promise<Measure[]> {
  const pool = new OxigraphPool({ folder: corpus.folder, feed: corpus, now, engines: 2 });
  try {
    const startedAt = now();
    await pool.start();
    const started: Measure = { name: 'askg: engines loaded', value: round(now() - startedAt, 0), unit: 'ms' };
    return [started, ...(await latencies('askg', pool))];
  } finally {
    await pool.close();
  }
}

async function ofServer(service: typeof oxigraph | typeof fuseki, corpus: Corpus, folder: string): Promise<Measure[]> {
  await mkdir(folder);
  const running = await service.start({ folder });
  try {
    const { SPARQL_ENDPOINT = '', SPARQL_UPDATE_ENDPOINT = '', SPARQL_GRAPH_STORE = '' } = running.environment;
    const variables = { SPARQL_ENDPOINT, SPARQL_UPDATE_ENDPOINT, SPARQL_GRAPH_STORE, SPARQL_CREDENTIALS: '' };
    const settings = readServerSettings(variables);
    if (settings === undefined) throw new Error(`${service.name} has no settings.`);
    const projection = new ServerProjection({ corpus, server: new ServerConnection(settings), newId: randomUUID });
    const signal = new AbortController().signal;
    const fill = async (name: string): Promise<Measure> => {
      const startedAt = now();
      const { put, triples } = await projection.bringInStep({ signal, anew: true });
      return {
        name: `${service.name}: ${name}`,
        value: round(now() - startedAt, 0),
        unit: 'ms',
        details: { put, triples },
      };
    };
    const filled = [await fill('all graphs put into an empty server'), await fill('all graphs put again')];
    const store = new SparqlServer({ settings, corpus, now });
    const asked = await latencies(service.name, store);
    await store.close();
    return [...filled, ...asked];
  } finally {
    await running.stop();
  }
}

async function latencies(name: string, store: GraphStore): Promise<Measure[]> {
  const medians: { query: string; ms: number }[] = [];
  for (const [query, text] of Object.entries(queries)) {
    const times: number[] = [];
    for (let run = 0; run < warmRuns + runs; run += 1) {
      const { ms } = await store.query(text);
      if (run >= warmRuns) times.push(ms);
    }
    medians.push({ query, ms: round(median(times), 1) });
  }
  const all = medians.map(({ ms }) => ms);
  const sorted = medians.toSorted((one, other) => one.ms - other.ms);
  const slowest = sorted.slice(-5).toReversed();
  return [
    { name: `${name}: median query`, value: median(all), unit: 'ms' },
    { name: `${name}: 95th percentile of the queries`, value: quantile(all, 0.95), unit: 'ms', details: { slowest } },
  ];
}
