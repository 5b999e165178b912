/**
 * `npm run test:security [-- --save]`: a server process over the demo papers, half of them closed to most keys, against
 * hostile queries and requests. None may write, read what is closed, reach the network, or keep others waiting; meanwhile
 * somebody else sends small queries. `--save` writes the report to `results/security.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { HostileQuery, HostileRequest } from './attacks/attack.ts';
import { bombs, malformed } from './attacks/bombs.ts';
import { hostileRequests, slowRequests } from './attacks/requests.ts';
import { outward, updates } from './attacks/updates.ts';
import { startCanary } from './canary.ts';
import { PointQueries } from './point-queries.ts';
import { type Finding, latencyOf, tableOf } from './report.ts';
import { sendQuery } from './send-query.ts';
import { sendRaw } from './send-raw.ts';
import { openSite } from './site.ts';
import { stateDigest } from './state-digest.ts';

const querySeconds = 4;
const floodKeys = 4;
const floodQueries = 200;
/** Milliseconds in which 95 of 100 small queries of others have to be answered. */
const barMs = 500;

const { values } = parseArgs({ options: { save: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const canary = await startCanary();
const site = await openSite({ keys: 40, querySeconds });
const others = new PointQueries({
  url: site.url,
  key: site.honest,
  query: `SELECT ?title { <${site.openPaper}> <http://purl.org/dc/terms/title> ?title }`,
});
const key = site.hostile[floodKeys];
const spans: Record<string, [from: number, to: number]> = {};

async function during<T>(name: string, work: () => Promise<T>): Promise<T> {
  say(name);
  const from = Date.now();
  const result = await work();
  spans[name] = [from, Date.now()];
  // What was asked in this time is answered before the next begins.
  await wait(500);
  return result;
}

async function judge(attack: HostileQuery, attacker: string, n: number): Promise<Finding> {
  const { status, code, ms, body } = await sendQuery(site.url, attacker, attack);
  const faults = attack.expect.includes(status) ? [] : [`expected ${attack.expect.join(' or ')}`];
  const told = site.secrets.filter((secret) => body.includes(secret) && !attack.query.includes(secret));
  const asked = Object.values(attack.parameters ?? {}).join(' ');
  if (told.some((secret) => !asked.includes(secret))) faults.push('tells of a closed paper');
  if (canary.connections() > 0) faults.push(`the canary heard of it, or of one of the ${n} before`);
  return { group: attack.group, name: attack.name, status, code, ms, faults };
}

async function judgeRaw(request: HostileRequest): Promise<Finding> {
  const { status, ms, hasEnded } = await sendRaw(site.port, request);
  const { group, name, expect, endsWithinMs } = request;
  const faults = expect.includes(status) ? [] : [`expected ${expect.join(' or ')}`];
  if (endsWithinMs !== undefined && !hasEnded) faults.push(`was not ended within ${endsWithinMs} ms`);
  return { group, name, status, code: '', ms, faults };
}

try {
  const before = stateDigest(site.corpus);
  const target = { canary: canary.url, closedGraph: site.closedGraph, openGraph: site.openGraph };
  const queries = [...updates(target), ...outward(target), ...bombs(), ...malformed()];
  const findings: Finding[] = [];
  await during('nothing', () => wait(3000));
  await during('hostile queries', async () => {
    // Each has a key of its own budget, so that none is refused for what another did.
    for (const [n, attack] of queries.entries()) {
      findings.push(await judge(attack, site.hostile[floodKeys + (n % (site.hostile.length - floodKeys))] ?? '', n));
    }
  });
  await during('hostile requests', async () => {
    for (const request of hostileRequests(key)) findings.push(await judgeRaw(request));
  });
  await during('slow requests', async () => {
    const slow = slowRequests(key).flatMap((request) => Array.from({ length: 20 }, () => request));
    const all = await Promise.all(slow.map(judgeRaw));
    for (const { name } of slowRequests(key)) {
      const same = all.filter((finding) => finding.name === name);
      findings.push(same.find(({ faults }) => faults.length > 0) ?? (same[0] as Finding));
    }
  });
  const heavy = queries.filter(({ isHeavy }) => isHeavy);
  const flood = await during(`${floodQueries} heavy queries at the same time from ${floodKeys} keys`, () =>
    Promise.all(
      Array.from({ length: floodQueries }, (_, n) =>
        sendQuery(site.url, site.hostile[n % floodKeys], heavy[n % heavy.length] ?? { query: '' }),
      ),
    ),
  );
  const large = bombs().filter(({ group, query }) => group === 'size' && query.length > 4000);
  await during('long queries at the same time from a few keys', () =>
    Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        sendQuery(site.url, site.hostile[n % floodKeys], large[n % large.length] ?? { query: '' }),
      ),
    ),
  );
  await others.stop();
  const ready = await fetch(`${site.url}/health/ready`);
  const statuses: Record<string, number> = {};
  for (const { status, code } of flood) statuses[`${status} ${code}`] = (statuses[`${status} ${code}`] ?? 0) + 1;
  const latencies = Object.fromEntries(
    Object.entries(spans).map(([name, [from, to]]) => [name, latencyOf(others.answers, from, to)]),
  );
  const slowest = Object.entries(latencies).filter(([, { p95, unanswered }]) => p95 > barMs || unanswered > 0);
  const faults = [
    ...findings.filter((finding) => finding.faults.length > 0).map(({ group, name }) => `${group}: ${name}`),
    ...(stateDigest(site.corpus) === before ? [] : ['something was written']),
    ...(canary.connections() === 0 ? [] : [`the canary was reached ${canary.connections()} times`]),
    ...(site.isRunning() && ready.ok ? [] : ['the server did not survive']),
    ...(flood.every(({ status, retryAfter }) => status !== 429 || retryAfter !== null)
      ? []
      : ['429 without Retry-After']),
    ...(flood.every(({ status }) => status > 0) ? [] : ['a query of the flood got no answer']),
    ...slowest.map(([name]) => `others had to wait or got no answer during: ${name}`),
  ];
  const report = {
    test: 'hostile queries and requests against a server, while somebody else asks small queries',
    machine: { node: process.version, cores: cpus().length },
    attacks: findings.length + flood.length,
    different: findings.length,
    querySeconds,
    othersMs: { bar: barMs, ...latencies },
    flood: statuses,
    written: stateDigest(site.corpus) !== before,
    canaryConnections: canary.connections(),
    faults,
    findings: findings.map(({ ms, ...finding }) => ({ ...finding, ms: Math.round(ms) })),
  };
  process.stdout.write(`${tableOf(findings)}\n\n`);
  for (const [name, { queries: asked, p50, p95, worst, unanswered }] of Object.entries(latencies)) {
    process.stdout.write(
      `small queries of others, ${name}: ${asked} asked, median ${p50} ms, p95 ${p95} ms, worst ${worst} ms, ${unanswered} without an answer\n`,
    );
  }
  process.stdout.write(`flood: ${JSON.stringify(statuses)}\n`);
  process.stdout.write(
    `${findings.length} different attacks, ${faults.length} faults${faults.map((fault) => `\n  ${fault}`).join('')}\n`,
  );
  if (values.save) {
    const results = join(import.meta.dirname, '..', '..', 'results');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'security.json'), `${JSON.stringify(report, null, 2)}\n`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await site.close();
  await canary.close();
}
