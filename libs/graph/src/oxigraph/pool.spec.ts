import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphError } from '../graph-error.ts';
import type { QueryOptions, QueryResult } from '../store.ts';
import { FolderFeed } from './folder-feed.ts';
import { OxigraphPool } from './pool.ts';
import type { OxigraphPoolOptions } from './pool-options.ts';
import { useTemporaryFolders } from '../testing/temporary-folders.ts';

const newFolder = useTemporaryFolders();

const feedModule = new URL('./folder-feed.ts', import.meta.url);
const heavy = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
const cheap = 'SELECT ?o { <http://e/1/1> <http://e/p> ?o }';
const countAll = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';

function graph(name: string, size: number): string {
  return Array.from(
    { length: size },
    (_, n) => `<http://e/${name}/${n}> <http://e/p> "${n}" <http://g/${name}> .\n`,
  ).join('');
}

/** A node with many neighbours, and a query over them that starts from it and never ends. */
const hub = () =>
  Array.from({ length: 300 }, (_, n) => `<http://e/hub> <http://e/near> <http://e/n/${n}> <http://g/hub> .\n`).join('');
const looksCheap = `SELECT (COUNT(*) AS ?n) { VALUES ?hub { <http://e/hub> } ${['a', 'b', 'c', 'd', 'e'].map((name) => `?hub <http://e/near> ?${name}`).join(' . ')} }`;

let feed: FolderFeed;
let pool: OxigraphPool;

async function open(options: Partial<OxigraphPoolOptions> = {}): Promise<OxigraphPool> {
  pool = new OxigraphPool({
    folder: feed.folder,
    feed,
    feedModule,
    now: () => performance.now(),
    keptMs: 10_000,
    ...options,
  });
  await pool.start();
  return pool;
}

beforeEach(async () => {
  feed = new FolderFeed(newFolder());
  for (const name of ['1', '2', '3']) await feed.put(`http://g/${name}`, graph(name, 500));
});

afterEach(async () => {
  await pool.close();
});

async function bodyOf({ body }: QueryResult): Promise<string> {
  if (typeof body === 'string') return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function countOf(sparql = countAll, options: QueryOptions = {}): Promise<number> {
  const result = await pool.query(sparql, { ...options, format: 'csv' });
  return Number((await bodyOf(result)).split('\r\n')[1]);
}

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'none',
    (error: unknown) => (error instanceof GraphError ? error.code : String(error)),
  );

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const states = () => pool.status().engines.map(({ state }) => state);
const pids = () => pool.status().engines.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the pool', () => {
  it('answers many queries at the same time, each with its own answer', async () => {
    await open();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        pool.query(`SELECT ?o { <http://e/1/${n}> <http://e/p> ?o }`, { accept: 'text/csv' }),
      ),
    );
    expect(await Promise.all(answers.map(bodyOf))).toEqual(Array.from({ length: 40 }, (_, n) => `o\r\n${n}\r\n`));
  });

  it('gives a large result in pieces, whole', async () => {
    await feed.put('http://g/large', graph('large', 30_000));
    await open();
    const result = await pool.query('SELECT ?s ?o { GRAPH <http://g/large> { ?s ?p ?o } }', { format: 'tsv' });
    expect(result).toMatchObject({ mediaType: 'text/tab-separated-values', kind: 'bindings', rows: 30_000, commit: 4 });
    expect(typeof result.body).toBe('object');
    const text = await bodyOf(result);
    expect(Buffer.byteLength(text)).toBe(result.bytes);
    expect(text.trimEnd().split('\n')).toHaveLength(30_001);
  });

  it('lowers limits as the caller asks, and never raises them', async () => {
    await open({ limits: { rows: 100 } });
    expect((await pool.query('SELECT * { ?s ?p ?o } LIMIT 100')).rows).toBe(100);
    expect(await codeOf(pool.query('SELECT * { ?s ?p ?o }', { limits: { rows: 5000 } }))).toBe('graph/too-many-rows');
    expect(await codeOf(pool.query('SELECT * { ?s ?p ?o } LIMIT 11', { limits: { rows: 10 } }))).toBe(
      'graph/too-many-rows',
    );
  });

  it('shows a caller only the graphs that it may read', async () => {
    await open();
    const readable = new Set(['http://g/1', 'http://g/gone']);
    const from2 = 'SELECT (COUNT(*) AS ?n) FROM <http://g/2> { ?s ?p ?o }';
    expect(await countOf(countAll, { readable })).toBe(500);
    expect(await countOf('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', { readable })).toBe(500);
    expect(await countOf('SELECT (COUNT(*) AS ?n) { GRAPH <http://g/2> { ?s ?p ?o } }', { readable })).toBe(0);
    expect(await countOf(from2)).toBe(500);
    expect(await codeOf(pool.query(from2, { readable }))).toBe('graph/unknown-graph');
    expect(await codeOf(pool.query(countAll, { readable, graphs: { default: [], named: ['http://g/2'] } }))).toBe(
      'graph/unknown-graph',
    );
    expect(await codeOf(pool.query('ASK FROM <http://g/nowhere> {}'))).toBe('graph/unknown-graph');
  });
});

describe('a query that takes too long', () => {
  it('is stopped at its deadline while others are answered, and its engine comes back', async () => {
    await open();
    await until(() => states().every((state) => state === 'idle'));
    const stopped = codeOf(pool.query(heavy, { deadlineMs: 1500 }));
    await until(() => states().includes('busy'));
    expect((await pool.query(cheap)).rows).toBe(1);
    expect(states()).toContain('busy');
    expect(await stopped).toBe('graph/timeout');
    expect((await pool.query(cheap)).rows).toBe(1);
    expect(await countOf()).toBe(1500);
    expect(pool.status().engines.map(({ crashes }) => crashes)).toEqual([0, 0]);
  });

  it('is stopped when the client goes, and not begun when it has gone', async () => {
    await open({ engines: 1 });
    const client = new AbortController();
    const stopped = codeOf(pool.query(heavy, { signal: client.signal }));
    const waiting = codeOf(pool.query(cheap, { signal: client.signal }));
    await until(() => states().includes('busy'));
    const before = pids();
    client.abort();
    expect([await stopped, await waiting]).toEqual(['graph/cancelled', 'graph/cancelled']);
    expect(await codeOf(pool.query(cheap, { signal: client.signal }))).toBe('graph/cancelled');
    expect(await countOf()).toBe(1500);
    expect(pids()).not.toEqual(before);
    await until(() => before.every((pid) => !isAlive(pid)));
  });

  it('makes others wait, up to a limit and to their own deadlines', async () => {
    await open({ engines: 1, maxWaiting: 2 });
    const first = codeOf(pool.query(heavy, { deadlineMs: 700 }));
    await until(() => states().includes('busy'));
    const impatient = codeOf(pool.query(cheap, { deadlineMs: 50 }));
    const patient = pool.query(cheap);
    expect(await codeOf(pool.query(cheap))).toBe('graph/busy');
    expect(await impatient).toBe('graph/timeout');
    expect(await first).toBe('graph/timeout');
    expect((await patient).rows).toBe(1);
  });
});

describe('several clients', () => {
  const starts = (client: string) => (n: number) =>
    pool.query(`SELECT ?o { <http://e/1/${n}> <http://e/p> ?o }`, { client });

  it('take turns, however many queries one of them sends', async () => {
    await open({ engines: 1 });
    const blocked = codeOf(pool.query(heavy, { deadlineMs: 500 }));
    await until(() => states().includes('busy'));
    const order: string[] = [];
    const asked = ['a', 'a', 'a', 'a', 'b', 'c', 'b'].map(async (client, n) => {
      await starts(client)(n);
      order.push(client);
    });
    await Promise.all([blocked, ...asked]);
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  });

  it('have so many queries under way and so much engine time each, and are told when to come again', async () => {
    await open({ engines: 1, clientLimits: { queries: 2, millisecondsPerMinute: 1500 } });
    const many = ['a', 'a', 'a', 'b'].map((client, n) => codeOf(starts(client)(n)));
    expect(await Promise.all(many)).toEqual(['none', 'none', 'graph/client-busy', 'none']);
    expect(await codeOf(pool.query(heavy, { client: 'a', deadlineMs: 2000 }))).toBe('graph/timeout');
    await expect(starts('a')(1)).rejects.toMatchObject({
      code: 'graph/client-budget',
      retryAfterMs: expect.any(Number),
    });
    expect(await codeOf(starts('b')(1))).toBe('none');
    expect(await countOf()).toBe(1500);
  });

  it('lose their place to others when the line is full, the longest line first', async () => {
    await open({ engines: 1, maxWaiting: 3 });
    const blocked = codeOf(pool.query(heavy, { deadlineMs: 400 }));
    await until(() => states().includes('busy'));
    const asked = ['a', 'a', 'a', 'b', 'a'].map((client, n) => codeOf(starts(client)(n)));
    expect(await Promise.all(asked)).toEqual(['none', 'none', 'graph/busy', 'none', 'graph/busy']);
    expect(await blocked).toBe('graph/timeout');
  });

  it('leave an engine to one another', async () => {
    await open({ engines: 3 });
    await until(() => states().every((state) => state === 'idle'));
    const end = new AbortController();
    const greedy = [1, 2, 3].map(() => codeOf(pool.query(heavy, { client: 'a', signal: end.signal })));
    await until(() => states().includes('busy'));
    expect(await countOf(countAll, { client: 'b' })).toBe(1500);
    expect(states().filter((state) => state === 'busy')).toHaveLength(1);
    end.abort();
    expect(await Promise.all(greedy)).toEqual(['graph/cancelled', 'graph/cancelled', 'graph/cancelled']);
  });

  it('cannot hold the engine for cheap queries by one that only looks cheap', async () => {
    await feed.put('http://g/hub', hub());
    await open({ keptMs: 100 });
    await until(() => states().every((state) => state === 'idle'));
    const end = new AbortController();
    const disguised = codeOf(pool.query(looksCheap, { client: 'a', signal: end.signal }));
    await until(() => states()[0] === 'busy');
    await until(() => states()[1] === 'busy');
    expect((await pool.query(cheap, { client: 'b' })).rows).toBe(1);
    expect(states()[1]).toBe('busy');
    end.abort();
    expect(await disguised).toBe('graph/cancelled');
  });
});

describe('an engine that is lost', () => {
  it('fails the query at hand, and only that one', async () => {
    await open({ engines: 1 });
    const lost = codeOf(pool.query(heavy));
    const next = pool.query(cheap);
    await until(() => states().includes('busy'));
    for (const pid of pids()) process.kill(pid, 'SIGKILL');
    expect(await lost).toBe('graph/engine-lost');
    expect((await next).rows).toBe(1);
    expect(pool.status().engines[0]?.crashes).toBe(1);
  });

  it('is replaced when it dies at rest', async () => {
    await open();
    await until(() => states().every((state) => state === 'idle'));
    for (const pid of pids()) process.kill(pid, 'SIGKILL');
    await until(() => pool.status().engines.every(({ crashes }) => crashes === 1));
    expect(await countOf()).toBe(1500);
  });

  it('says so when it ran out of memory, and the service goes on', async () => {
    await open({ engines: 1, engineMemoryMiB: 40 });
    const large = 'SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }';
    expect(await codeOf(pool.query(large))).toBe('graph/engine-lost');
    expect(await countOf()).toBe(1500);
  });

  it('is not started in a loop when it cannot start', async () => {
    pool = new OxigraphPool({
      folder: feed.folder,
      feed,
      feedModule: new URL('./no-such-module.ts', import.meta.url),
      now: () => performance.now(),
      engines: 1,
    });
    expect(await codeOf(pool.start())).toBe('graph/not-ready');
    expect(pool.status()).toMatchObject({ ready: false, engines: [{ state: 'starting' }] });
    expect(pool.status().engines[0]?.failure).toContain('no-such-module');
  });
});

describe('following the corpus', () => {
  it('a query sees every commit made before it: added, changed, removed', async () => {
    await open({ pollMs: 60_000 });
    expect(await countOf()).toBe(1500);
    await feed.put('http://g/4', graph('4', 10));
    expect(await countOf()).toBe(1510);
    await feed.put('http://g/1', graph('1', 1));
    expect(await countOf()).toBe(1011);
    await feed.remove('http://g/2');
    expect(await countOf()).toBe(511);
    expect((await pool.query('ASK {}')).commit).toBe(6);
  });

  it('engines at rest follow by themselves', async () => {
    await open({ pollMs: 20 });
    await until(() => states().every((state) => state === 'idle'));
    await feed.put('http://g/4', graph('4', 10));
    await until(() => pool.status().engines.every(({ commit, quads }) => commit === 4 && quads === 1510));
    expect(pool.commit()).toBe(0);
  });

  it('never goes back in time, whichever engine answers', async () => {
    await open();
    const commits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await feed.put('http://g/4', graph('4', n));
      const [first, second] = await Promise.all([pool.query('ASK {}'), pool.query(countAll)]);
      commits.push(Math.min(first.commit, second.commit));
    }
    expect(commits).toEqual(Array.from({ length: 12 }, (_, n) => n + 4));
    expect(pool.commit()).toBe(15);
  });

  it('refuses to answer for a commit that has not been made', async () => {
    await open();
    expect(await codeOf(pool.query('ASK {}', { atLeastCommit: 3 }))).toBe('none');
    expect(await codeOf(pool.query('ASK {}', { atLeastCommit: 4 }))).toBe('graph/unknown-commit');
  });

  it('serves the rest of a corpus with a damaged graph, and reports it', async () => {
    await feed.damage('http://g/2');
    await open();
    expect(await countOf()).toBe(1000);
    expect(pool.status().problems).toMatchObject([{ graph: 'http://g/2', code: 'corpus/damaged-graph' }]);
    await feed.put('http://g/2', graph('2', 5));
    expect(await countOf()).toBe(1005);
  });
});

describe('closing', () => {
  it('ends waiting and running queries and leaves no process behind', async () => {
    await open();
    await until(() => states().every((state) => state === 'idle'));
    const before = pids();
    const ends = [pool.query(heavy), pool.query(heavy), pool.query(cheap)].map(codeOf);
    await until(() => states().includes('busy'));
    await pool.close();
    expect(await Promise.all(ends)).toEqual([
      'graph/closed',
      'graph/closed',
      expect.stringMatching(/none|graph\/closed/u),
    ]);
    expect(before.map(isAlive)).toEqual([false, false]);
    expect(await codeOf(pool.query(cheap))).toBe('graph/closed');
  });
});
