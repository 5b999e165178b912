import { RetrievalError, type Retrieval } from '@askg/retrieval';

const outages: ReadonlySet<string> = new Set(['retrieval/unreachable', 'retrieval/server-refused']);

/** What a search gives; nothing, and the reason, where the server that keeps the passages cannot be asked. */
export async function despiteOutage(search: Promise<Retrieval>): Promise<Retrieval> {
  try {
    return await search;
  } catch (error) {
    if (!(error instanceof RetrievalError && outages.has(error.code))) throw error;
    const degraded = { step: 'search', wanted: 'passages', used: 'nothing', reason: `${error.message}. ${error.fix}` };
    return { passages: [], degraded: [degraded], timings: {} };
  }
}
