import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GraphStore, keepGraph, openFileGraph } from '@askg/graph';
import { openForeign } from '../describe-foreign.ts';
import type { ForeignGraph } from '../foreign-graph.ts';

export const ferryFile = fileURLToPath(new URL('ferries.ttl', import.meta.url));
const now = () => performance.now();

/** A graph of the tests in an engine, described and ready to be asked: that of ferries, or another file beside it. */
export async function openFerries(
  name = 'ferries',
): Promise<{ graph: ForeignGraph; store: GraphStore; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-ferries-'));
  await keepGraph(
    folder,
    'urn:ferries',
    [
      {
        text: await readFile(fileURLToPath(new URL(`${name}.ttl`, import.meta.url)), 'utf8'),
        mediaType: 'text/turtle',
      },
    ],
    'urn:',
  );
  const store = await openFileGraph(folder, { now });
  const graph = await openForeign(name, store, { source: `${name}.ttl`, described: '2026-01-01T00:00:00Z', now });
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { graph, store, close };
}
