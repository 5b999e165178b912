import type { OpenSearchSettings } from '@askg/retrieval';

/** Deletes what a benchmark left on a server. */
export async function dropServerIndices({ nodes, index, credentials }: OpenSearchSettings): Promise<void> {
  const headers = credentials
    ? { authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}` }
    : {};
  await fetch(`${nodes[0]}/${index}.*`, { method: 'DELETE', headers });
}
