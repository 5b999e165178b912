import { CodedError } from '@askg/contract';
import type { ModelIdentity } from '@askg/inference';
import type { Passage } from '../passages/passage.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';

export type LateRerankerOptions = {
  /** What it is called until it is there. */
  name: string;
  open: () => Promise<Reranker>;
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** Passages that it is given, and what its score counts, in place of what the reranker says itself. */
  depth?: number | undefined;
  weight?: number | undefined;
  /** Milliseconds that it may take for a question. */
  deadlineMs?: number | undefined;
  /** Told once it is open. */
  opened?: (reranker: Reranker) => void;
  /** Told why it cannot be opened, whenever the reason has changed. */
  failed?: (reason: string, error: unknown) => void;
  /** Milliseconds after which one that could not be opened is tried again. */
  retryMs?: number;
};

/**
 * A reranker that is opened beside the questions, never by one that waits: until it is there, or when it cannot be opened, the
 * order stays as it was, and what is degraded says so.
 */
export class LateReranker implements Reranker {
  readonly #options: LateRerankerOptions;
  readonly #retryMs: number;
  #opening: Promise<void> | undefined;
  #reranker: Reranker | undefined;
  #reason: string | undefined;
  #failedAt = -Infinity;
  #isClosed = false;

  constructor(options: LateRerankerOptions) {
    this.#options = options;
    this.#retryMs = options.retryMs ?? 10_000;
  }

  get name(): string {
    return this.#reranker?.name ?? this.#options.name;
  }

  get model(): ModelIdentity | undefined {
    return this.#reranker?.model;
  }

  get weight(): number | undefined {
    return this.#options.weight ?? this.#reranker?.weight;
  }

  get depth(): number | undefined {
    return this.#options.depth ?? this.#reranker?.depth;
  }

  /** `failed` is tried again now and then. */
  get state(): 'opening' | 'open' | 'failed' {
    if (this.#reranker) return 'open';
    return this.#reason === undefined ? 'opening' : 'failed';
  }

  /** Begins to open it; resolves when it is open, or when it is clear that it cannot be opened now. */
  open(): Promise<void> {
    if (this.#reranker || this.#isClosed) return Promise.resolve();
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  rerank(query: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    if (!this.#reranker) return Promise.resolve(this.#without(candidates));
    const { deadlineMs = Infinity } = this.#options;
    const least = Math.min(options.deadlineMs ?? Infinity, deadlineMs);
    return this.#reranker.rerank(query, candidates, {
      ...options,
      ...(least === Infinity ? {} : { deadlineMs: least }),
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    await this.#reranker?.close?.();
  }

  async #open(): Promise<void> {
    const { open, opened, failed, now } = this.#options;
    try {
      this.#reranker = await open();
      opened?.(this.#reranker);
    } catch (error) {
      const reason = reasonOf(error);
      this.#failedAt = now();
      if (reason !== this.#reason) failed?.(reason, error);
      this.#reason = reason;
    }
  }

  #without(candidates: readonly Passage[]): Reranked {
    if (this.#options.now() - this.#failedAt >= this.#retryMs) void this.open();
    const note = {
      step: 'rerank',
      wanted: this.name,
      used: 'the order before',
      reason: this.#reason ?? 'The model is still being opened; ask again in a moment.',
    };
    return { scores: candidates.map(() => undefined), degraded: [note] };
  }
}

/** What it is, and what to do about it. */
function reasonOf(error: unknown): string {
  if (error instanceof CodedError) return `${error.title}: ${error.message} ${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}
