import type { ServerResponse } from 'node:http';

/** Milliseconds in which a client has to take something of a response. */
const patienceMs = 30_000;

/** The same response, broken off when its client takes nothing any more: what it has not taken stands in memory. */
export function whileTaken<T extends ServerResponse>(response: T): T {
  response.setTimeout(patienceMs, () => response.destroy());
  return response;
}
