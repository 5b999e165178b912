import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../../apps/api/src/testing/test-server.ts';
import { bombs, malformed } from './attacks/bombs.ts';
import { hostileRequests } from './attacks/requests.ts';
import { outward, updates } from './attacks/updates.ts';
import { type Canary, startCanary } from './canary.ts';
import { sendQuery } from './send-query.ts';
import { sendRaw } from './send-raw.ts';
import { stateDigest } from './state-digest.ts';

/*
 * The attacks of `npm run test:security` that are over at once, against a server in this process. Those that take long, and
 * what others notice of them, are left to that command.
 */

const base = 'https://kg.example.org/id/';
// Named here only so that each attack has a name of its own; the addresses are those of the canary at hand.
const names = {
  canary: 'http://127.0.0.1/',
  closedGraph: `${base}graph/10.1_removed`,
  openGraph: `${base}graph/10.1_sample`,
};
const quick = (target: typeof names) =>
  [...updates(target), ...outward(target), ...bombs(), ...malformed()].filter(({ isHeavy }) => isHeavy !== true);

let server: TestServer;
let canary: Canary;

beforeAll(async () => {
  canary = await startCanary();
  server = await startTestServer(base);
});

afterAll(async () => {
  await server.close();
  await canary.close();
});

describe('a server under attack', () => {
  it.each(quick(names).map(({ group, name }, n) => [group, name, n] as const))(
    'answers a hostile query as it should: %s, %s',
    async (_group, _name, n) => {
      const attack = quick({ ...names, canary: canary.url })[n];
      const before = stateDigest(server.corpus);
      const { status } = await sendQuery(server.url, undefined, attack ?? { query: '' });
      expect(attack?.expect).toContain(status);
      expect(stateDigest(server.corpus)).toBe(before);
      expect(canary.connections()).toBe(0);
    },
  );

  it.each(hostileRequests().map((request) => [request.group, request.name, request] as const))(
    'answers a hostile request as it should: %s, %s',
    async (_group, _name, request) => {
      const { status } = await sendRaw(Number(new URL(server.url).port), request);
      expect(request.expect).toContain(status);
    },
  );

  it('refuses a client that has too much under way, with the time to come again, and answers others', async () => {
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
    const keys = ['greedy', 'modest'].map((label) => server.corpus.keys.add({ label }).secret);
    const flood = await Promise.all(
      Array.from({ length: 40 }, () => sendQuery(server.url, keys[0], { query: endless })),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.map(({ code, retryAfter }) => [code, Number(retryAfter) > 0])).toEqual(
      Array.from({ length: 8 }, () => ['graph/client-busy', true]),
    );
    expect((await sendQuery(server.url, keys[1], { query: 'ASK {}' })).status).toBe(200);
  });
});
