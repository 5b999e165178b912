import type { Run } from './engine.ts';
import { countRows } from './count-rows.ts';

/** Posts a query to a SPARQL endpoint and takes the whole answer; the rows are counted outside the time. */
export async function runOverHttp(endpoint: string, query: string, limitMs: number): Promise<Run> {
  const start = performance.now();
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/sparql-query',
        accept: 'application/sparql-results+json, application/n-triples;q=0.9',
      },
      body: query,
      signal: AbortSignal.timeout(limitMs),
    });
    const text = await response.text();
    const ms = performance.now() - start;
    if (response.status === 504) return { failure: 'timeout', detail: text.slice(0, 200) };
    if (!response.ok) return { failure: 'error', detail: `${response.status}: ${text.slice(0, 200)}` };
    return { ms, rows: countRows(text) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return { failure: 'timeout', detail: `more than ${limitMs} ms` };
    }
    return { failure: 'error', detail: error instanceof Error ? error.message : String(error) };
  }
}
