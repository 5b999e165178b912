import { basename, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { IngestError } from '../ingest-error.ts';
import { requirePaths } from './walk.ts';

export type WatchOptions = {
  /** Folders that are not looked into, such as that of the corpus. */
  except?: readonly string[];
  /** Milliseconds for which nothing may have happened to a file before it counts as whole. */
  settleMs?: number;
  /** Milliseconds between looks at every file, for folders of other machines, which tell nobody what happens in them. */
  pollMs?: number;
};

const usualSettleMs = 2000;

/** Files that come to some paths or change there, gathered until somebody asks for them. */
export class FolderWatch {
  readonly #watcher: FSWatcher;
  readonly #settleMs: number;
  #changed = new Set<string>();
  #wake: () => void = () => {};
  #error: IngestError | undefined;

  private constructor(paths: readonly string[], { except = [], settleMs = usualSettleMs, pollMs }: WatchOptions) {
    const barred = except.map((folder) => resolve(folder));
    const named = new Set(paths);
    this.#settleMs = settleMs;
    this.#watcher = watch([...paths], {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path) => !named.has(path) && (isHidden(path) || barred.some((folder) => isBelow(path, folder))),
      awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: Math.min(200, settleMs) },
      ...(pollMs === undefined ? {} : { usePolling: true, interval: pollMs, binaryInterval: pollMs }),
    });
    const take = (path: string): void => {
      this.#changed.add(path);
      this.#wake();
    };
    this.#watcher.on('add', take).on('change', take);
    this.#watcher.on('error', (error) => {
      this.#error = cannotWatch(error);
      this.#wake();
    });
  }

  /**
   * Watches files and folders, with all that is below them; what comes from now on is not missed.
   * @throws IngestError ingest/not-found, ingest/cannot-watch
   */
  static async open(paths: readonly string[], options: WatchOptions = {}): Promise<FolderWatch> {
    const found = await requirePaths(paths);
    const opened = new FolderWatch(
      found.map(({ path }) => path),
      options,
    );
    await new Promise<void>((ready) => {
      opened.#wake = ready;
      opened.#watcher.on('ready', ready);
    });
    opened.#wake = () => {};
    if (opened.#error === undefined) return opened;
    await opened.close();
    throw opened.#error;
  }

  /**
   * Absolute paths of the files that came or changed since the last call: waits for the first one, and a little longer, as
   * files come in groups. Undefined when the signal ended the waiting.
   * @throws IngestError ingest/cannot-watch
   */
  async next(signal: AbortSignal): Promise<ReadonlySet<string> | undefined> {
    while (this.#changed.size === 0) {
      if (this.#error) throw this.#error;
      if (signal.aborted) return undefined;
      await this.#awakened(signal);
    }
    await sleep(this.#settleMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return undefined;
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  close(): Promise<void> {
    return this.#watcher.close();
  }

  #awakened(signal: AbortSignal): Promise<void> {
    return new Promise((resume) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.#wake = () => {};
        resume();
      };
      this.#wake = wake;
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

function isHidden(path: string): boolean {
  return basename(path).startsWith('.');
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}

function cannotWatch(error: unknown): IngestError {
  const detail = error instanceof Error ? error.message : String(error);
  return new IngestError('ingest/cannot-watch', detail, { cause: error });
}
