import { QueryEngine } from '@comunica/query-sparql';
import { serialise } from '@askg/ddm';
import type { Bindings, Quad, Term } from '@rdfjs/types';
import { GraphError } from '../graph-error.ts';
import { type ResultRow, type ResultTerm, writeBindings, writeBoolean } from '../results/write-results.ts';
import type { FederatedQuery } from './federation-messages.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** Stands for this graph in what Comunica asks; no name server knows it (RFC 6761). */
const localEndpoint = 'http://this-graph.invalid/sparql';

/** Answers a part of the query from this graph, in JSON results or N-Triples. */
export type AskLocal = (text: string) => Promise<{ mediaType: string; body: string }>;

/**
 * Evaluates a query with SERVICE: what stands in SERVICE is asked of its endpoint, the rest of this graph, and Comunica joins
 * both. Graphs are given as N-Triples.
 * @throws GraphError `graph/service-failed`, `graph/service-refused`, `graph/too-many-rows`, `graph/result-too-large`, and
 * what `askLocal` throws
 */
export async function evaluate(query: FederatedQuery, askLocal: AskLocal): Promise<{ rows: number; text: string }> {
  const askRemote = guardedFetch(query.limits);
  let failure: unknown;
  const route: typeof fetch = async (input, init) => {
    const url = addressOf(input instanceof Request ? input.url : String(input));
    try {
      const isLocal = `${url.origin}${url.pathname}` === localEndpoint;
      if (sentQuery(url, init) === undefined) return descriptionOf(url.href, isLocal);
      return await (isLocal ? answerLocally(url, init, askLocal) : askRemote(url, init));
    } catch (error) {
      failure ??= error;
      throw error;
    }
  };
  try {
    const engine = new QueryEngine();
    const result = await engine.query(query.text, {
      sources: [{ type: 'sparql', value: localEndpoint }],
      // Without a destination of its own for updates, Comunica hands the whole query to its only source, SERVICE included.
      destination: 'http://no-updates.invalid/',
      fetch: route,
      httpRetryCount: 0,
    });
    return await writeResult(result, query);
  } catch (error) {
    // Comunica words anew what its requests threw, and the first of them says most.
    throw failure ?? error;
  }
}

/** Comunica writes `?query=` behind an endpoint's address even where that has parameters already. */
function addressOf(text: string): URL {
  return new URL(text.replace(/(\?.*)\?query=/u, '$1&query='));
}

type Result = Awaited<ReturnType<QueryEngine['query']>>;

async function writeResult(result: Result, query: FederatedQuery): Promise<{ rows: number; text: string }> {
  if (result.resultType === 'boolean') {
    return { rows: 1, text: writeBoolean(await result.execute(), query.format === 'xml' ? 'xml' : 'json') };
  }
  if (result.resultType === 'bindings') {
    const { variables } = await result.metadata();
    const rows = await rowsOf(await result.execute(), query);
    const names = variables.map(({ value }) => value);
    return { rows: rows.length, text: writeBindings(names, rows, query.format) };
  }
  if (result.resultType === 'void') throw new GraphError('graph/update-refused', 'The query is an update.');
  const quads = await quadsOf(await result.execute(), query);
  // The writer takes any RDF/JS quad; its types name those of one library.
  const text = serialise(quads as Parameters<typeof serialise>[0], 'application/n-triples');
  return { rows: quads.length, text };
}

async function rowsOf(bindings: AsyncIterable<Bindings>, query: FederatedQuery): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  let length = 0;
  for await (const binding of bindings) {
    const row: ResultRow = {};
    for (const [variable, term] of binding) {
      const written = resultTerm(term);
      length += written.value.length;
      row[variable.value] = written;
    }
    rows.push(row);
    check(rows.length, length, query);
  }
  return rows;
}

async function quadsOf(stream: AsyncIterable<Quad>, query: FederatedQuery): Promise<Quad[]> {
  const quads: Quad[] = [];
  let length = 0;
  for await (const quad of stream) {
    quads.push(quad);
    length += quad.object.value.length;
    check(quads.length, length, query);
  }
  return quads;
}

function check(rows: number, length: number, query: FederatedQuery): void {
  if (rows > query.rows) {
    throw new GraphError('graph/too-many-rows', `The result has more than ${query.rows} rows.`);
  }
  if (length > query.bytes) {
    throw new GraphError('graph/result-too-large', `The result has more than ${query.bytes} bytes.`);
  }
}

function resultTerm(term: Term): ResultTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value };
  if (term.termType === 'BlankNode') return { type: 'bnode', value: term.value };
  if (term.termType !== 'Literal') throw new GraphError('graph/query-failed', `A ${term.termType} cannot be a result.`);
  const { value, language, datatype } = term;
  if (language !== '') return { type: 'literal', value, 'xml:lang': language };
  return datatype.value === xsdString
    ? { type: 'literal', value }
    : { type: 'literal', value, datatype: datatype.value };
}

const xsdString = 'http://www.w3.org/2001/XMLSchema#string';

/**
 * What Comunica gets when it looks at an address before it sends a query there: that it is an endpoint. Otherwise it would
 * take the address for that of a document, and the endpoint's own description for the graph in it.
 */
function descriptionOf(endpoint: string, isUnion: boolean): Response {
  const union = isUnion ? ' ; sd:feature sd:UnionDefaultGraph' : '';
  const text = `@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
<${endpoint}> a sd:Service ; sd:endpoint <${endpoint}>${union} .
`;
  return response('text/turtle', text, endpoint);
}

function sentQuery(url: URL, init: RequestInit | undefined): string | undefined {
  const posted = init?.body instanceof URLSearchParams ? init.body.get('query') : init?.body;
  return url.searchParams.get('query') ?? (typeof posted === 'string' ? posted : undefined);
}

async function answerLocally(url: URL, init: RequestInit | undefined, askLocal: AskLocal): Promise<Response> {
  const { mediaType, body } = await askLocal(sentQuery(url, init) ?? '');
  return response(mediaType, body, localEndpoint);
}

function response(mediaType: string, body: string, url: string): Response {
  const made = new Response(body, { headers: { 'content-type': mediaType } });
  // Comunica resolves what it reads against the address that a response came from.
  Object.defineProperty(made, 'url', { value: url });
  return made;
}
