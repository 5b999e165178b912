import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForeignGraphs, type ForeignGraphsParts } from './foreign-graphs.ts';
import { serveGraph } from './testing/ferry-endpoint.ts';
import { ferryFile, openFerries } from './testing/ferry-graph.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the graphs beside the corpus', () => {
  let ferries: Awaited<ReturnType<typeof openFerries>>;
  let endpoint: Awaited<ReturnType<typeof serveGraph>>;
  let folder: string;
  let graphs: ForeignGraphs;
  let day = 1;

  const open = (more: Partial<ForeignGraphsParts> = {}) =>
    new ForeignGraphs({
      folder: join(folder, 'foreign'),
      now: () => performance.now(),
      today: () => `2026-01-0${day}T00:00:00Z`,
      isPrivateAllowed: true,
      ...more,
    });

  beforeAll(async () => {
    ferries = await openFerries();
    endpoint = await serveGraph(ferries.store);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askg-graphs-'));
    endpoint.control.intercept = () => false;
    day = 1;
    graphs = open();
  });
  afterEach(async () => {
    await graphs.close();
    await rm(folder, { recursive: true });
  });
  afterAll(async () => {
    await endpoint.close();
    await ferries.close();
  });

  it('are none before one is added', async () => {
    expect(await graphs.list()).toEqual([]);
    await expect(graphs.graph('ferries')).rejects.toThrow(code('kgqp/unknown-graph'));
    await expect(graphs.remove('ferries')).rejects.toThrow(code('kgqp/unknown-graph'));
  });

  it('can be asked once they are added, at an endpoint or from a file, also by another process', async () => {
    await graphs.add('remote', { url: endpoint.url });
    await graphs.add('local', { files: [ferryFile] });
    expect((await graphs.list()).map(({ name, source, isFile }) => [name, source, isFile])).toEqual([
      ['local', 'ferries.ttl', true],
      ['remote', endpoint.url, false],
    ]);
    const other = open();
    for (const name of ['remote', 'local']) {
      const answer = await (await other.graph(name)).ask('Who commands the Borea?', { id: 'a' });
      expect(answer).toMatchObject({ answer: 'Ole Berg', graph: { name, described: '2026-01-01T00:00:00Z' } });
    }
    await other.close();
  });

  it('are described anew when that is wished, and asked as they were described last', async () => {
    await graphs.add('local', { files: [ferryFile] });
    await graphs.graph('local');
    day = 2;
    expect(await graphs.refresh('local')).toMatchObject({ described: '2026-01-02T00:00:00Z', source: 'ferries.ttl' });
    expect((await graphs.graph('local')).description.described).toBe('2026-01-02T00:00:00Z');
  });

  it('leave nothing behind when they are removed, or could not be added', async () => {
    await graphs.add('local', { files: [ferryFile] });
    await expect(graphs.add('local', { files: [ferryFile] })).rejects.toThrow(code('kgqp/graph-exists'));
    await graphs.remove('local');
    endpoint.control.intercept = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>');
      return true;
    };
    await expect(graphs.add('page', { url: endpoint.url })).rejects.toThrow(code('graph/query-failed'));
    expect(await readdir(join(folder, 'foreign'))).toEqual([]);
  });

  it('must have a name that is one, and be an endpoint or an RDF file with classes', async () => {
    const bad = join(folder, 'bad.ttl');
    await writeFile(bad, '<a> <b> <c> .');
    await writeFile(join(folder, 'broken.ttl'), '<a> <b>');
    await writeFile(join(folder, 'words.txt'), 'hello');
    await expect(graphs.add('../x', { files: [ferryFile] })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { url: 'ftp://e.org/' })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { url: 'http://user:secret@e.org/' })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { files: [bad] })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { files: [join(folder, 'words.txt')] })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { files: [join(folder, 'none.ttl')] })).rejects.toThrow(code('kgqp/invalid-graph'));
    await expect(graphs.add('x', { files: [join(folder, 'broken.ttl')] })).rejects.toThrow(code('ddm/malformed-rdf'));
  });

  it('are reached only where that is allowed', async () => {
    const asked = endpoint.control.asked.length;
    await expect(open({ isPrivateAllowed: false }).add('x', { url: endpoint.url })).rejects.toThrow(
      code('graph/service-refused'),
    );
    await expect(open({ isOffline: true }).add('x', { url: endpoint.url })).rejects.toThrow(
      code('graph/service-refused'),
    );
    expect(endpoint.control.asked).toHaveLength(asked);
  });

  it('can be given up while they are described', async () => {
    endpoint.control.intercept = () => true;
    const leaving = new AbortController();
    const added = graphs.add('slow', { url: endpoint.url }, { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 50);
    await expect(added).rejects.toThrow(code('graph/cancelled'));
    expect(await graphs.list()).toEqual([]);
  });

  it('that fall silent later say so', async () => {
    await graphs.add('remote', { url: endpoint.url });
    const graph = await graphs.graph('remote');
    endpoint.control.intercept = (response) => {
      response.writeHead(503).end();
      return true;
    };
    await expect(graph.ask('Who commands the Borea?', { id: 'a' })).rejects.toThrow(code('graph/unreachable'));
    endpoint.control.intercept = () => true;
    const late = await graph.ask('Who commands the Borea?', { id: 'a', deadlineMs: 300 });
    expect(late).toMatchObject({ verdict: 'no-answer', problem: { code: 'kgqp/timeout' } });
  });

  it('whose files were spoilt are named as such', async () => {
    await graphs.add('local', { files: [ferryFile] });
    await writeFile(join(folder, 'foreign', 'local', 'graph.json'), '{"schema":');
    await expect(graphs.graph('local')).rejects.toThrow(code('kgqp/damaged-graph'));
    await graphs.remove('local');
  });
});
