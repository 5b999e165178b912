import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import { probeServer, type ServerFinding } from './probe-server.ts';
import type { ServerSettings } from './server-settings.ts';
import { base } from './testing/small-corpus.ts';

let endpoint: SparqlEndpoint;
let settings: ServerSettings;
beforeEach(async () => {
  endpoint = new SparqlEndpoint();
  settings = await endpoint.start();
});
afterEach(() => endpoint.stop());

const probe = (changed: Partial<ServerSettings> = {}): Promise<ServerFinding> =>
  probeServer({ ...settings, ...changed }, { base, id: 'one', signal: new AbortController().signal });

describe('the probe of a server', () => {
  it('finds nothing wrong with one that does all, and leaves nothing there', async () => {
    expect(await probe()).toEqual({ state: 'ok', detail: `answers at ${settings.query}` });
    expect(endpoint.store.size).toBe(0);
  });

  it('finds one without a union default graph, and names the switch', async () => {
    endpoint.hasUnion = false;
    expect(await probe()).toMatchObject({
      state: 'warning',
      advice: expect.stringMatching(/tdb2:unionDefaultGraph true.*--union-default-graph/),
    });
  });

  it('finds a wrong address of each kind, and names its variable', async () => {
    const elsewhere = `${settings.query}/nothing`;
    expect(await probe({ query: elsewhere })).toMatchObject({
      state: 'failure',
      advice: expect.stringContaining('SPARQL_ENDPOINT'),
    });
    const graphStore = await probe({ graphStore: elsewhere });
    expect([graphStore.state, graphStore.advice]).toEqual(['failure', expect.stringContaining('SPARQL_GRAPH_STORE')]);
    const update = await probe({ update: elsewhere });
    expect([update.state, update.advice]).toEqual(['failure', expect.stringContaining('SPARQL_UPDATE_ENDPOINT')]);
  });

  it('finds a server that takes no updates', async () => {
    endpoint.intercept = ({ path }, response) => {
      if (path === '/query') return false;
      response.writeHead(405).end('read-only');
      return true;
    };
    expect(await probe()).toMatchObject({ state: 'failure', detail: expect.stringContaining('405 (read-only)') });
  });

  it('finds addresses of two datasets', async () => {
    const other = new SparqlEndpoint();
    const { graphStore = '', update } = await other.start();
    expect(await probe({ graphStore, update })).toMatchObject({
      state: 'failure',
      advice: expect.stringContaining('same dataset'),
    });
    await other.stop();
  });

  it('finds that nothing answers', async () => {
    await endpoint.stop();
    expect(await probe()).toMatchObject({ state: 'failure', detail: expect.stringContaining('nothing listens there') });
  });
});
