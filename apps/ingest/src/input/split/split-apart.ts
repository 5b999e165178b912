import { Worker } from 'node:worker_threads';
import type { Format, Problem } from '@askg/contract';
import { mayHoldSeveral, type SourcePart } from '@askg/ddm';
import { IngestError } from '../../ingest-error.ts';

export type SplitRequest = { bytes: Uint8Array; format: Format };
export type SplitReply = { parts: SourcePart[] } | { problem: Problem };

/** What dividing one file may take: milliseconds, and MiB of the thread that does it. */
export type SplitLimits = { ms: number; memoryMiB: number };

const defaultLimits: SplitLimits = { ms: 60_000, memoryMiB: 1024 };
const sources = import.meta.url.endsWith('.ts');
const entry = new URL(sources ? './split-thread.ts' : './split-thread.js', import.meta.url);

/**
 * The papers of a file that may hold several; no parts where it is one paper, or none, to be read as it is. The file is
 * parsed in a thread of its own, which is ended when it takes too much.
 */
export async function splitApart(
  bytes: Uint8Array,
  format: Format,
  limits: SplitLimits = defaultLimits,
): Promise<SplitReply> {
  if (!mayHoldSeveral(bytes, format)) return { parts: [] };
  const request: SplitRequest = { bytes, format };
  const thread = new Worker(entry, {
    workerData: request,
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning', ...(sources ? ['--conditions=source'] : [])],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB },
  });
  const deadline = setTimeout(() => void thread.terminate(), limits.ms);
  try {
    return await new Promise<SplitReply>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooMuch(`more than ${limits.memoryMiB} MiB`));
        else reject(error);
      });
      thread.once('exit', () => resolve(tooMuch(`longer than ${limits.ms / 1000} s`)));
    });
  } finally {
    clearTimeout(deadline);
    await thread.terminate();
  }
}

function tooMuch(what: string): SplitReply {
  return { problem: new IngestError('ingest/not-divided', `Finding its papers takes ${what}.`).toProblem() };
}
