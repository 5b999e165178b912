/** Workers that are lost over one file before it counts as failed. */
const mostLosses = 2;

/** How often each file was tried in one run. */
export class Attempts {
  readonly #restoreRemoved: boolean;
  readonly #losses = new Map<string, number>();
  readonly #retries = new Map<string, number>();

  /** @param restoreRemoved whether this run may bring removed papers back */
  constructor(restoreRemoved: boolean) {
    this.#restoreRemoved = restoreRemoved;
  }

  /** A worker of this run was lost over the file. @returns whether another one may try */
  mayTryAgain(source: string): boolean {
    return raise(this.#losses, source) < mostLosses;
  }

  /**
   * The file failed, not by this run's doing. Tried again is what others may have failed at and this run may not: workers
   * that were lost in earlier runs, which a power cut may have ended, and papers that others may not bring back.
   */
  mayRetry(source: string, code: string): boolean {
    const isForeign = code === 'corpus/worker-lost' || (code === 'corpus/removed' && this.#restoreRemoved);
    if (!isForeign || (this.#losses.get(source) ?? 0) >= mostLosses) return false;
    return raise(this.#retries, source) <= mostLosses;
  }
}

function raise(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
