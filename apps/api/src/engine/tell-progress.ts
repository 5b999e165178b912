import type { GraphStore } from '@askg/graph';
import type { Log } from '../problems/log.ts';

const everyMs = 1000;

/** Writes to the log how far the graph is loaded, every second until the returned function is called. */
export function tellProgress(store: Pick<GraphStore, 'status'>, log: Log): () => void {
  const timer = setInterval(() => {
    const [loading] = store.status().engines.flatMap((engine) => engine.loading ?? []);
    if (loading) log({ level: 'info', message: `Loading: ${loading.graphs} of ${loading.of} graphs.` });
  }, everyMs);
  return () => clearInterval(timer);
}
