import type { Term } from '@rdfjs/types';
import type { Endpoint, Reply, Request } from '../endpoint.ts';
import { mf, type ConformanceTest } from '../manifest.ts';
import { readResult } from '../results/read-result.ts';
import type { TestFiles } from '../test-files.ts';

const ht = 'http://www.w3.org/2011/http#';
const cnt = 'http://www.w3.org/2011/content#';
const ut = 'http://www.w3.org/2009/sparql/tests/test-update#';
const label = 'http://www.w3.org/2000/01/rdf-schema#label';

const formats: Record<string, readonly string[]> = {
  boolean: ['application/sparql-results+json', 'application/sparql-results+xml'],
  tabular: [
    'application/sparql-results+json',
    'application/sparql-results+xml',
    'text/csv',
    'text/tab-separated-values',
  ],
  RDF: ['text/turtle', 'application/n-triples', 'application/rdf+xml', 'application/ld+json'],
};

/** Protocol: the manifest holds the requests, header by header, and what is expected of each response. */
export async function runProtocol(
  endpoint: Endpoint,
  files: TestFiles,
  test: ConformanceTest,
): Promise<string | undefined> {
  const { manifest, node } = test;
  for (const data of manifest.values(node, `${ut}graphData`)) {
    const file = manifest.text(data, `${ut}graph`) ?? '';
    await endpoint.put(manifest.text(data, label) ?? file, await files.quads(file));
  }
  const connection = manifest.value(node, `${mf}action`);
  const requests = connection === undefined ? [] : manifest.list(manifest.value(connection, `${ht}requests`));
  if (requests.length === 0) return 'The manifest holds no request.';
  for (const each of requests) {
    const request = requestOf(test, each);
    await putNamedGraphs(endpoint, request);
    const complaint = await check(test, each, await endpoint.send(request));
    if (complaint !== undefined) return `${request.method} ${request.target}: ${complaint}`;
  }
  return undefined;
}

function requestOf({ manifest }: ConformanceTest, node: Term): Request {
  const headers = manifest
    .list(manifest.value(node, `${ht}headers`))
    .map((header) => [manifest.text(header, `${ht}fieldName`) ?? '', manifest.text(header, `${ht}fieldValue`) ?? '']);
  const body = manifest.value(node, `${ht}body`);
  const encoding = body === undefined ? undefined : manifest.text(body, `${cnt}characterEncoding`);
  const chars = (body === undefined ? undefined : manifest.text(body, `${cnt}chars`)) ?? '';
  return {
    method: manifest.text(node, `${ht}methodName`) ?? 'GET',
    target: (manifest.text(node, `${ht}absolutePath`) ?? '').replace(/^\/sparql\/?/u, '/sparql'),
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body === undefined ? {} : { body: Buffer.from(chars, encoding === 'UTF-16' ? 'utf16le' : 'utf8') }),
  };
}

/** Graphs that a request names and the manifest gives no data for exist without triples: the tests take them for given. */
async function putNamedGraphs(endpoint: Endpoint, { target }: Request): Promise<void> {
  const parameters = new URL(target, endpoint.url).searchParams;
  const names = [...parameters.getAll('default-graph-uri'), ...parameters.getAll('named-graph-uri')];
  for (const name of names) if (!endpoint.has(name)) await endpoint.put(name, []);
}

async function check({ manifest }: ConformanceTest, node: Term, reply: Reply): Promise<string | undefined> {
  const response = manifest.value(node, `${ht}resp`);
  if (response === undefined) return 'The manifest expects nothing.';
  const statuses = manifest
    .values(response, `${mf}expectedStatus`)
    .map(({ value }) => value.replace(/^.*StatusCode/u, ''));
  if (!statuses.some((status) => status[0] === String(reply.status)[0])) {
    return `status ${reply.status}, expected ${statuses.join(' or ')}. ${reply.text.slice(0, 200)}`;
  }
  const format = manifest.text(response, `${mf}expectedFormat`);
  if (format !== undefined && !formats[format]?.includes(reply.mediaType)) {
    return `content type ${reply.mediaType}, expected one for ${format}.`;
  }
  const boolean = manifest.text(response, `${mf}expectedBoolean`);
  if (boolean === undefined) return undefined;
  const outcome = await readResult(reply.mediaType, reply.text);
  return outcome.kind === 'boolean' && String(outcome.value) === boolean ? undefined : `${boolean} was expected.`;
}
