import { datasetOf, loadDataset, putFile } from '../dataset.ts';
import type { Endpoint } from '../endpoint.ts';
import { OtherEndpoints, servicesOf } from '../other-endpoints.ts';
import { mf, type ConformanceTest } from '../manifest.ts';
import { failed, passed, type Result } from '../outcome.ts';
import { compare } from '../results/compare.ts';
import { formatOf, readExpected } from '../results/read-expected.ts';
import { readResult } from '../results/read-result.ts';
import type { TestFiles } from '../test-files.ts';
import { problemOf } from './problem.ts';
import { queryOf } from './query-of.ts';

const graphsOrRows = 'application/sparql-results+json, text/turtle';

/**
 * Query evaluation and result formats: the query goes to the endpoint with the test's dataset as the protocol's
 * parameters, and asks for the format that the expected result is written in.
 */
export async function runEvaluation(endpoint: Endpoint, files: TestFiles, test: ConformanceTest): Promise<Result> {
  const { manifest, node } = test;
  const expectedIri = manifest.text(node, `${mf}result`);
  if (expectedIri === undefined) return failed('The manifest names no result.');
  const services = servicesOf(test);
  for (const { file } of services) await putFile(endpoint, files, { graph: file, file });
  const others = await OtherEndpoints.start(endpoint, services);
  try {
    return await evaluate(endpoint, files, test, others.localise(queryOf(files, test)), expectedIri);
  } finally {
    await others.close();
  }
}

async function evaluate(
  endpoint: Endpoint,
  files: TestFiles,
  test: ConformanceTest,
  query: string,
  expectedIri: string,
): Promise<Result> {
  const { manifest, node } = test;
  const parameters = await loadDataset(endpoint, files, datasetOf(test), query);
  const reply = await endpoint.send({
    method: 'POST',
    target: `/sparql?${parameters.toString()}`,
    headers: { 'content-type': 'application/sparql-query', accept: formatOf(expectedIri) ?? graphsOrRows },
    body: query,
  });
  if (reply.status !== 200) return failed(problemOf(reply));
  const lax = manifest.text(node, `${mf}resultCardinality`) === `${mf}LaxCardinality`;
  const actual = await readResult(reply.mediaType, reply.text);
  const verdict = compare(actual, await readExpected(files, expectedIri), { lax });
  if (verdict.is === 'different') return failed(verdict.how);
  return verdict.is === 'equal' ? passed : { passed: true, note: 'by value' };
}
