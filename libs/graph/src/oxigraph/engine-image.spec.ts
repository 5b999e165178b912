import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderFeed } from './folder-feed.ts';
import { OxigraphPool } from './pool.ts';
import { useTemporaryFolders } from '../testing/temporary-folders.ts';

const newFolder = useTemporaryFolders();

const feedModule = new URL('./folder-feed.ts', import.meta.url);
const countAll = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }';

function graph(name: string, size: number): string {
  const line = (n: number) => `<http://e/${name}/${n}> <http://e/p> "secret ${name} ${n}" <http://g/${name}> .\n`;
  return Array.from({ length: size }, (_, n) => line(n)).join('');
}

let feed: FolderFeed;
let image: string;
let pool: OxigraphPool | undefined;

async function start(engines = 1): Promise<OxigraphPool> {
  await pool?.close();
  pool = new OxigraphPool({
    folder: feed.folder,
    feed,
    feedModule,
    now: () => performance.now(),
    engines,
    pollMs: 20,
    imageFolder: join(feed.folder, 'projections'),
    imageQuads: 1,
  });
  await pool.start();
  while (pool.status().engines.some(({ state }) => state !== 'idle')) await new Promise(setImmediate);
  return pool;
}

async function csv(sparql: string): Promise<string> {
  const { body } = (await pool?.query(sparql, { format: 'csv' })) ?? {};
  if (typeof body !== 'string') throw new Error('The result came in pieces.');
  return body.trim().split('\r\n').slice(1).join('\n');
}

const engines = () => pool?.status().engines ?? [];
const isRestored = () => engines().map((engine) => engine.isRestored);

beforeEach(async () => {
  feed = new FolderFeed(newFolder());
  image = join(feed.folder, 'projections', 'engine.image');
  for (const name of ['1', '2', '3', '4']) await feed.put(`http://g/${name}`, graph(name, 200));
});

afterEach(() => pool?.close());

describe('an engine that starts from the memory of another', () => {
  it('has what that one had, and answers as it does', async () => {
    await start(2);
    expect(isRestored()).toEqual([false, true]);
    await start(1);
    expect([isRestored(), await csv(countAll)]).toEqual([[true], '800']);
    expect(await csv('SELECT ?o { <http://e/3/7> <http://e/p> ?o }')).toBe('secret 3 7');
    expect(pool?.status().engines).toMatchObject([{ commit: 4, quads: 800, graphs: 4, crashes: 0 }]);
  });

  it('draws other random numbers than its siblings', async () => {
    const draw = 'SELECT (CONCAT(STRUUID(), STR(RAND())) AS ?x) {}';
    const drawn = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      await start();
      drawn.add(await csv(draw));
    }
    expect([isRestored(), drawn.size]).toEqual([[true], 3]);
  });

  it('catches up with what was added and changed meanwhile', async () => {
    await start();
    await feed.put('http://g/5', graph('5', 10));
    await feed.put('http://g/1', graph('1', 1));
    await start();
    expect([isRestored(), await csv(countAll)]).toEqual([[true], '611']);
    await feed.put('http://g/6', graph('6', 1));
    expect(await csv(countAll)).toBe('612');
  });
});

describe('the image of an engine', () => {
  it('holds nothing of a graph that was removed, whether engines run or not', async () => {
    await start();
    expect(readFileSync(image).includes('secret 2 1')).toBe(true);
    await feed.remove('http://g/2');
    expect(await csv(countAll)).toBe('600');
    expect(existsSync(image)).toBe(false);
    await start();
    expect(isRestored()).toEqual([false]);
    await pool?.close();
    await feed.remove('http://g/3');
    await start();
    expect([isRestored(), await csv(countAll)]).toEqual([[false], '400']);
    expect(['1', '2', '3'].map((name) => readFileSync(image).includes(`secret ${name} 1`))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is made anew while engines run when the corpus has moved far from it', async () => {
    await start(2);
    const before = statSync(image).mtimeMs;
    for (const name of ['5', '6', '7']) await feed.put(`http://g/${name}`, graph(name, 200));
    while (statSync(image).mtimeMs === before) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await csv(countAll)).toBe('1400');
    await start();
    expect([isRestored(), await csv(countAll)]).toEqual([[true], '1400']);
  });

  const flip = (bytes: Buffer, at: number) => bytes.fill(255 - (bytes[at] ?? 0), at, at + 1);
  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['is something else', () => 'hello'],
    ['is empty', () => ''],
    ['is cut', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['has a bit flipped in the memory', (bytes) => flip(bytes, bytes.length - 70_000)],
    ['has a broken head', (bytes) => flip(bytes, 30)],
    ['is of another build of the engine', (bytes) => replaced(bytes, /"engine":"..../, '"engine":"0000')],
    ['lists a graph that it does not hold', (bytes) => replaced(bytes, /"quads":200/, '"quads":201')],
  ])('is not trusted when it %s', async (_, spoil) => {
    await start();
    await pool?.close();
    writeFileSync(image, spoil(readFileSync(image)));
    await start();
    expect([isRestored(), await csv(countAll)]).toEqual([[false], '800']);
    await start();
    expect(isRestored()).toEqual([true]);
  });
});

function replaced(bytes: Buffer, pattern: RegExp, by: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(pattern, by), 'latin1');
}
