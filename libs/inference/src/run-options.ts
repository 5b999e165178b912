/** How a request to a model runs. */
export type RunOptions = {
  /** Aborting it ends the call with `inference/cancelled`; what has not started yet is not run. */
  signal?: AbortSignal;
  /** Milliseconds from the call on after which it ends with `inference/deadline`. */
  deadlineMs?: number;
  /** Questions (the default) overtake background work such as indexing. */
  priority?: 'question' | 'background';
};
