import { emptyGraph } from '../dataset.ts';
import type { Endpoint, Reply } from '../endpoint.ts';
import type { ConformanceTest } from '../manifest.ts';
import { failed, passed, type Result } from '../outcome.ts';
import type { TestFiles } from '../test-files.ts';
import { codeOf, problemOf } from './problem.ts';
import { queryOf } from './query-of.ts';

/**
 * Refusals that a query meets only after it was parsed to its end: SERVICE is in the grammar and outside the policy, a
 * call of some function is in the grammar and unknown to the engine.
 */
const afterParsing = new Set(['graph/service-refused', 'graph/query-failed']);

/** A query in the grammar is answered, over an empty graph, or refused for something other than its syntax. */
export async function runPositiveSyntax(endpoint: Endpoint, files: TestFiles, test: ConformanceTest): Promise<Result> {
  const reply = await ask(endpoint, queryOf(files, test));
  if (reply.status === 200) return passed;
  return afterParsing.has(codeOf(reply)) ? { passed: true, note: 'refused after parsing' } : failed(problemOf(reply));
}

/** A query outside the grammar gets 400, with the code for that and no other. */
export async function runNegativeSyntax(
  endpoint: Endpoint,
  files: TestFiles,
  test: ConformanceTest,
): Promise<string | undefined> {
  const reply = await ask(endpoint, queryOf(files, test));
  if (reply.status === 400 && codeOf(reply) === 'graph/invalid-query') return undefined;
  return reply.status === 200 ? 'A query outside the grammar was answered.' : problemOf(reply);
}

async function ask(endpoint: Endpoint, query: string): Promise<Reply> {
  await endpoint.put(emptyGraph, []);
  return endpoint.send({
    method: 'POST',
    target: `/sparql?${new URLSearchParams({ 'default-graph-uri': emptyGraph }).toString()}`,
    headers: {
      'content-type': 'application/sparql-query',
      accept: 'application/sparql-results+json, text/turtle',
    },
    body: query,
  });
}
