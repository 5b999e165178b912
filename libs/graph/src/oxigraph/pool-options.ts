import type { GuardOptions } from '../guard/guarded-query.ts';
import type { ResultLimits } from '../store.ts';
import type { ClientLimits } from './client-ledger.ts';
import type { GraphFeed } from './graph-feed.ts';

export type OxigraphPoolOptions = {
  /** Folder of the corpus; each engine process opens it read-only. */
  folder: string;
  /** Tells the pool when the corpus has moved: the corpus as the caller has it open. */
  feed: Pick<GraphFeed, 'commitNumber'>;
  /** Milliseconds of a monotone clock (`() => performance.now()`). */
  now: () => number;
  /** Engine processes, each a full copy of the graph; default 2. With two and more, one is kept for cheap queries. */
  engines?: number;
  /** Longest time of a query in milliseconds, waiting included; default 30,000. */
  deadlineMs?: number;
  /** Queries that may wait for an engine; default 128. When it is full, the client with most of them gives one up. */
  maxWaiting?: number;
  /** What one client may have; default 32 queries at the same time, and 60 s of engine time in a minute. */
  clientLimits?: Partial<ClientLimits>;
  /**
   * Milliseconds after which a query on the engine for cheap ones was not as cheap as it looked, and has to wait for another
   * engine; default 250.
   */
  keptMs?: number;
  /** Most that a query may be allowed; default 100,000 rows and 64 MiB. */
  limits?: Partial<ResultLimits>;
  guard?: Omit<GuardOptions, 'rows' | 'mayRead'>;
  /** Milliseconds between looks at the commit number; default 250. */
  pollMs?: number;
  /** WebAssembly memory that an engine may take, in MiB; default 3072 of the 4096 that exist. */
  engineMemoryMiB?: number;
  /** MiB by which an engine may have grown after a query before it is replaced by a fresh one; default 512. */
  engineGrowthMiB?: number;
  /**
   * Folder for an image of the memory of an engine that has loaded the graphs, about as large as an engine. It makes the
   * next start several times faster. Default: none.
   */
  imageFolder?: string;
  /** Quads from which on an image is kept; default 10,000. */
  imageQuads?: number;
  /** Module that exports `openFeed(folder)`, for a feed that is not a corpus. */
  feedModule?: URL;
};

const mebibyte = 1024 * 1024;

/** The options with their defaults. */
export function completeOptions(options: OxigraphPoolOptions) {
  const module = import.meta.url.endsWith('.ts') ? './corpus-feed.ts' : './corpus-feed.js';
  return {
    ...options,
    engines: Math.max(1, options.engines ?? 2),
    deadlineMs: options.deadlineMs ?? 30_000,
    maxWaiting: options.maxWaiting ?? 128,
    limits: { rows: options.limits?.rows ?? 100_000, bytes: options.limits?.bytes ?? 64 * mebibyte },
    clientLimits: {
      queries: options.clientLimits?.queries ?? 32,
      millisecondsPerMinute: options.clientLimits?.millisecondsPerMinute ?? 60_000,
    },
    keptMs: options.keptMs ?? 250,
    guard: options.guard ?? {},
    pollMs: options.pollMs ?? 250,
    engineMemoryMiB: options.engineMemoryMiB ?? 3072,
    engineGrowth: (options.engineGrowthMiB ?? 512) * mebibyte,
    setup: {
      folder: options.folder,
      feedModule: (options.feedModule ?? new URL(module, import.meta.url)).href,
      image:
        options.imageFolder === undefined
          ? undefined
          : { folder: options.imageFolder, leastQuads: options.imageQuads ?? 10_000 },
    },
  };
}

export type CompletePoolOptions = ReturnType<typeof completeOptions>;
