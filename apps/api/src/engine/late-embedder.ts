import { CodedError } from '@askg/contract';
import type { Embedder } from '@askg/inference';
import type { Log } from '../problems/log.ts';

export type LateEmbedderOptions = {
  /** Opens the embedder if it is there. */
  find: () => Promise<Embedder | undefined>;
  /** Called once, with the embedder. */
  arrived: (embedder: Embedder) => void;
  /** Called when the reason has changed why there is none. */
  missed: () => void;
  log: Log;
  /** Milliseconds between looks. */
  pollMs: number;
};

/** An embedder that may be fetched while the server runs: it is looked for until it is there. */
export class LateEmbedder {
  readonly #options: LateEmbedderOptions;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #embedder: Embedder | undefined;
  #isClosed = false;
  #reason = 'No model that finds by meaning has been fetched (askg models fetch).';

  constructor(options: LateEmbedderOptions) {
    this.#options = options;
  }

  /** Why there is none yet. */
  get reason(): string {
    return this.#reason;
  }

  /** Begins to look; does not wait. */
  start(): void {
    this.#looking = this.#look();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.#embedder?.close();
  }

  async #look(): Promise<void> {
    const { find, arrived, pollMs } = this.#options;
    try {
      this.#embedder = await find();
    } catch (error) {
      this.#tell(error);
    }
    if (this.#isClosed) return;
    if (this.#embedder === undefined) this.#timer = setTimeout(() => this.start(), pollMs).unref();
    else arrived(this.#embedder);
  }

  /** A model that cannot be opened stays so at each look, and is logged once. */
  #tell(error: unknown): void {
    const reason = error instanceof CodedError ? `${error.title}. ${error.fix}` : 'The model cannot be opened.';
    if (reason === this.#reason) return;
    this.#reason = reason;
    this.#options.log({ level: 'error', message: reason, error });
    this.#options.missed();
  }
}
