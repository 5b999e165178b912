import type { HostileQuery } from './attacks/attack.ts';

export type QueryOutcome = { status: number; code: string; ms: number; body: string; retryAfter: string | null };

/** Sends a query as a program with a key would. @param patienceMs after which the connection is given up, with status 0 */
export async function sendQuery(
  url: string,
  key: string | undefined,
  { query, parameters = {} }: Pick<HostileQuery, 'query' | 'parameters'>,
  patienceMs = 60_000,
): Promise<QueryOutcome> {
  const began = performance.now();
  try {
    const response = await fetch(`${url}/sparql?${new URLSearchParams(parameters).toString()}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/sparql-query',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: query,
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, code: codeOf(body), ms: performance.now() - began, body, retryAfter };
  } catch (error) {
    const code = error instanceof Error ? error.name : String(error);
    return { status: 0, code, ms: performance.now() - began, body: '', retryAfter: null };
  }
}

function codeOf(body: string): string {
  return /"code":"([a-z]+\/[a-z-]+)"/.exec(body.slice(0, 2000))?.[1] ?? '';
}
