import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type IndexerNews, IndexerProcess } from '@askg/ingest';
import type { Shell } from '../shell/shell.ts';

/** Vectors of the demo papers, so that nobody waits for them. */
const demoVectors = fileURLToPath(new URL('../../../../demo/vectors.bin', import.meta.url));
/** Each thread that embeds holds a copy of the model. */
const mostThreads = 2;

/** Starts the process that keeps the passages in step with the corpus. */
export function startIndexer(
  shell: Shell,
  report: (news: IndexerNews) => void,
  { rebuild = false }: { rebuild?: boolean } = {},
): IndexerProcess {
  const { data, models, offline } = shell.config;
  return new IndexerProcess({
    data,
    models,
    offline,
    rebuild,
    threads: Math.min(mostThreads, availableParallelism()),
    ...(existsSync(demoVectors) ? { cache: demoVectors } : {}),
    environment: shell.surroundings.environment,
    report,
  });
}
