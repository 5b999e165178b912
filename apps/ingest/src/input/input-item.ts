import type { Problem } from '@askg/contract';

/** What has become of one file that was given. `source` is the digest of its bytes. */
export type InputItem =
  /** Waits to be read, or is being read by another process. */
  | { type: 'queued'; source: string; path: string }
  /** Was read by these very stages before. */
  | { type: 'already'; source: string; path: string }
  | { type: 'skipped'; path: string; reason: string }
  | { type: 'failed'; path: string; problem: Problem };
