import { expect } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Answer } from '@askg/contract';
import { type Askg, root, type Server } from '../../e2e/testing/askg.ts';
import { answersOf, formatsOf, rowsOf } from './ask-endpoint.ts';
import { type Backend, until } from './backend.ts';

const demo = join(root, 'demo', 'papers');
const papers = readdirSync(demo)
  .filter((name) => name.endsWith('.xml'))
  .toSorted()
  .slice(0, 8)
  .map((name) => join(demo, name));
const questions = ['How many papers are there?', 'Which papers have a conclusion section?'];
const countPapers = 'SELECT (COUNT(DISTINCT ?paper) AS ?n) { ?paper a ddm:Paper }';
const titles = 'SELECT ?title { ?paper a ddm:Paper ; dcterms:title ?title }';

/**
 * The life of a small corpus behind one backend: papers come, are asked about, and go, also while the backend is down.
 * @returns everything that it answered; equal for all backends
 */
export async function liveThrough(askg: Askg, backend: Backend): Promise<Record<string, unknown>> {
  const options = { environment: { ...backend.environment } };
  const run = async (...words: string[]): Promise<string> => {
    const { code, out, err } = await askg.run(words, options);
    if (code !== 0) throw new Error(`askg ${words.join(' ')} ended with ${code}: ${err}`);
    return out;
  };
  const seen: Record<string, unknown> = {};
  await run('ingest', ...papers, '--wait', 'indexed');
  const keys = (JSON.parse(await run('papers', '--json')) as { key: string }[]).map(({ key }) => key).toSorted();
  const [first = '', second = '', third = ''] = keys;
  await run('collections', 'add', 'small', first, second);
  let server = await askg.serve([], options);
  seen['answers'] = await answersOf(server.url);
  seen['formats'] = await formatsOf(server.url);
  seen['questions'] = await askAll(run);
  seen['a collection'] = await inCollection(server.url, keys);
  seen['bad queries'] = await refusals(server.url);

  await run('papers', 'rm', first);
  await until(async () => (await rowsOf(server.url, countPapers))[0] === `n=${keys.length - 1}`);
  seen['without the first paper'] = await answersOf(server.url);
  seen['the collection without it'] = await inCollection(server.url, keys);

  await whileDown(server, backend, async () => {
    await run('papers', 'rm', second);
    await run('ingest', join(demo, 'visualtorch.jats.xml'));
  });
  await until(async () => (await rowsOf(server.url, titles)).some((title) => title.includes('VisualTorch')));
  await until(async () => (await rowsOf(server.url, countPapers))[0] === `n=${keys.length - 1}`);
  seen['after it was down'] = await answersOf(server.url);

  await run('rebuild', 'graph');
  seen['rebuilt under a server'] = await answersOf(server.url);
  server.child.kill('SIGKILL');
  await server.ended;
  await run('papers', 'rm', third);
  await run('rebuild', 'graph');
  server = await askg.serve([], options);
  seen['rebuilt without a server'] = await answersOf(server.url);
  return seen;
}

async function askAll(run: (...words: string[]) => Promise<string>): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const question of questions) {
    const { verdict, answer, sparql } = Answer.parse(JSON.parse(await run('ask', question, '--json')));
    answers.push({ verdict, answer, rows: sparql.map(({ rows, state }) => `${rows} ${state}`) });
  }
  return answers;
}

/** A collection is all that there is for those who ask it: in the default graph, by name, and through FROM. */
async function inCollection(url: string, keys: readonly string[]): Promise<Record<string, string[]>> {
  const graph = (key: string): string => `http://localhost:3000/id/graph/${key}`;
  const [first = '', , third = ''] = keys;
  const everything = '{ { ?s a ddm:Paper } UNION { GRAPH ?g { ?s a ddm:Paper } } }';
  return {
    titles: await rowsOf(url, titles, 'small'),
    everything: await rowsOf(url, `SELECT * ${everything}`, 'small'),
    'its graph by name': await rowsOf(url, `SELECT * FROM <${graph(first)}> ${everything}`, 'small'),
    'another graph by FROM': await rowsOf(url, `SELECT * FROM <${graph(third)}> ${everything}`, 'small'),
    'another graph by GRAPH': await rowsOf(url, `SELECT * { GRAPH <${graph(third)}> { ?s ?p ?o } }`, 'small'),
    'one graph by FROM NAMED': await rowsOf(url, `SELECT * FROM NAMED <${graph(third)}> ${everything}`),
  };
}

async function refusals(url: string): Promise<string[][]> {
  const bad = ['SELECT * {', 'DROP ALL', 'SELECT * FROM <http://a/b> {}', 'SELECT * { SERVICE <http://a/> {} }'];
  const answers: string[][] = [];
  for (const query of bad) answers.push(await rowsOf(url, query));
  return answers;
}

/** A server that is down is named as the reason; the engines of askg are never down. */
async function whileDown(server: Server, backend: Backend, act: () => Promise<void>): Promise<void> {
  await backend.stop('SIGKILL');
  if (backend.isServer) {
    expect(await rowsOf(server.url, countPapers)).toEqual(['503 graph/unreachable']);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
  }
  await act();
  await backend.start();
}
