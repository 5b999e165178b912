import { CorpusError } from '@askg/corpus';
import { FolderWatch } from '@askg/ingest';
import { type Interrupt, listenForInterrupt } from '../shell/interrupt.ts';
import type { Shell } from '../shell/shell.ts';

export type WatchPathsOptions = {
  /** Milliseconds between looks at every file; without it the file system tells. */
  pollMs?: number;
  /**
   * Reads the files that came or changed, or without them all that is there. The corpus is opened for each pass alone, so that
   * maintenance has its turn between two.
   */
  pass: (interrupt: Interrupt, changed?: ReadonlySet<string>) => Promise<void>;
};

/** Milliseconds after which a pass is tried again that maintenance of the corpus stood in the way of. */
const retryMs = 10_000;

/** Reads what is at some paths, then stays and reads what comes, until it is interrupted. */
export async function watchPaths(
  shell: Shell,
  paths: readonly string[],
  { pollMs, pass }: WatchPathsOptions,
): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping in good order; once more to stop at once.'));
  const { stop } = interrupt;
  // Before the first pass, so that nothing is missed that comes during it.
  const watch = await FolderWatch.open(paths, {
    except: [shell.config.data],
    ...(pollMs === undefined ? {} : { pollMs }),
  });
  try {
    await pass(interrupt);
    let waiting: ReadonlySet<string> = new Set();
    while (!stop.aborted) {
      if (waiting.size === 0) shell.say('Waiting for more; Ctrl-C ends it.');
      const signal = waiting.size === 0 ? stop : AbortSignal.any([stop, AbortSignal.timeout(retryMs)]);
      const changed = new Set([...waiting, ...((await watch.next(signal)) ?? [])]);
      if (stop.aborted) return;
      waiting = (await passes(shell, () => pass(interrupt, changed))) ? new Set() : changed;
    }
  } finally {
    await watch.close();
    interrupt.release();
  }
}

/** Whether the pass could be made; what will be over soon is told and no reason to end. */
async function passes(shell: Shell, pass: () => Promise<void>): Promise<boolean> {
  try {
    await pass();
    return true;
  } catch (error) {
    if (!(error instanceof CorpusError && error.code === 'corpus/locked')) throw error;
    shell.say(`${error.message} It is tried again in ${retryMs / 1000} s.`);
    return false;
  }
}
