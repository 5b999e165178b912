import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import { RemoteEndpoint } from './remote-endpoint.ts';

const now = () => performance.now();
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('the endpoint of somebody else', () => {
  const endpoint = new SparqlEndpoint();
  let url = '';

  const remote = (more: { isPrivateAllowed?: boolean; limits?: { rows?: number; bytes?: number } } = {}) =>
    new RemoteEndpoint({ url, now, isPrivateAllowed: true, ...more });

  beforeAll(async () => {
    ({ query: url } = await endpoint.start());
    endpoint.store.update('INSERT DATA { <urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 }');
  });
  beforeEach(() => {
    endpoint.intercept = () => false;
  });
  afterAll(() => endpoint.stop());

  it('answers in the format that is wanted', async () => {
    const { body, rows, commit } = await remote().query('SELECT ?s { ?s ?p ?o } ORDER BY ?s', { format: 'csv' });
    expect({ body, rows, commit }).toEqual({ body: 's\r\nurn:a\r\nurn:b\r\n', rows: 2, commit: 0 });
  });

  it('is asked nothing that the guard refuses', async () => {
    const before = endpoint.asked.length;
    await expect(remote().query('DROP ALL')).rejects.toThrow(code('graph/update-refused'));
    await expect(remote().query('SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }')).rejects.toThrow(
      code('graph/service-refused'),
    );
    expect(endpoint.asked).toHaveLength(before);
  });

  it('is not asked on this machine unless that is allowed', async () => {
    const before = endpoint.asked.length;
    await expect(remote({ isPrivateAllowed: false }).query('ASK {}')).rejects.toThrow(code('graph/service-refused'));
    await expect(remote({ isPrivateAllowed: false }).query('ASK {}')).rejects.toThrow('ASKG_SERVICES_PRIVATE');
    expect(endpoint.asked).toHaveLength(before);
  });

  it('that gives a page for people has not answered', async () => {
    endpoint.intercept = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Welcome</h1>');
      return true;
    };
    await expect(remote().query('ASK {}')).rejects.toThrow(code('graph/query-failed'));
  });

  it('that breaks off, or sends no results, has not answered', async () => {
    endpoint.intercept = (_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/sparql-results+json' })
        .end('{"head":{"vars":["s"]},"resul');
      return true;
    };
    await expect(remote().query('SELECT * { ?s ?p ?o }')).rejects.toThrow(code('graph/query-failed'));
  });

  it('that does not answer in time is let go', async () => {
    endpoint.intercept = () => true;
    await expect(remote().query('ASK {}', { deadlineMs: 100 })).rejects.toThrow(code('graph/timeout'));
  });

  it('is let go when the client leaves', async () => {
    endpoint.intercept = () => true;
    const leaving = new AbortController();
    const asked = remote().query('ASK {}', { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 50);
    await expect(asked).rejects.toThrow(code('graph/cancelled'));
  });

  it('may not send more than was agreed', async () => {
    await expect(remote({ limits: { bytes: 10 } }).query('SELECT * { ?s ?p ?o }')).rejects.toThrow(
      code('graph/result-too-large'),
    );
    await expect(remote({ limits: { rows: 1 } }).query('SELECT * { ?s ?p ?o }')).rejects.toThrow(
      code('graph/too-many-rows'),
    );
  });

  it('may not lead elsewhere', async () => {
    endpoint.intercept = (_, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      return true;
    };
    await expect(remote().query('ASK {}')).rejects.toThrow(code('graph/unreachable'));
  });

  it('that is down is named as such', async () => {
    const gone = new SparqlEndpoint();
    const settings = await gone.start();
    await gone.stop();
    const down = new RemoteEndpoint({ url: settings.query, now, isPrivateAllowed: true });
    await expect(down.query('ASK {}')).rejects.toThrow(code('graph/unreachable'));
  });
});
