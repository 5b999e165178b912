import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFolderProblem } from './folder-problem.ts';
import { inSeconds, SourceFailure } from './source-failure.ts';

export type DownloadOptions = {
  signal: AbortSignal;
  /** Milliseconds until the server must have answered; a closed network shall be noticed soon. */
  connectTimeoutMs: number;
  /** Milliseconds without a byte after which the download is given up. */
  stallTimeoutMs: number;
  /** Hears how many bytes have arrived. */
  progress: (bytes: number) => void;
};

/**
 * Writes what a URL gives to a new file, never more than `bytes`.
 * Throws `SourceFailure` for what lies with the server or the way to it.
 */
export async function download(url: string, to: string, bytes: number, options: DownloadOptions): Promise<void> {
  const patience = new Patience(options.signal, options.connectTimeoutMs);
  try {
    const response = await fetch(url, { signal: patience.signal }).catch((error: unknown) => {
      throw patience.failure ?? SourceFailure.ofNetwork(error);
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new SourceFailure(`answered ${response.status}`);
    }
    patience.wait(options.stallTimeoutMs);
    let arrived = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        patience.wait(options.stallTimeoutMs);
        arrived += chunk.length;
        if (arrived > bytes) throw new SourceFailure(`sends more than the ${bytes} bytes expected`);
        options.progress(arrived);
        yield chunk;
      }
    };
    await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(to, { flags: 'wx' }), {
      signal: patience.signal,
    }).catch((error: unknown) => {
      throw patience.failure ?? (isFolderProblem(error) ? error : SourceFailure.ofNetwork(error));
    });
    if (arrived < bytes) throw new SourceFailure(`sent ${arrived} of ${bytes} bytes`);
  } finally {
    patience.end();
  }
}

/** A signal that also fires when the other side is silent for too long. */
class Patience {
  readonly #impatient = new AbortController();
  readonly signal: AbortSignal;
  #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal, ms: number) {
    this.signal = AbortSignal.any([signal, this.#impatient.signal]);
    this.wait(ms);
  }

  /** Why this gave up, if it did. */
  get failure(): SourceFailure | undefined {
    return this.#impatient.signal.aborted ? (this.#impatient.signal.reason as SourceFailure) : undefined;
  }

  wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#impatient.abort(new SourceFailure(`was silent for ${inSeconds(ms)}`, { hostIsClosed: true })),
      ms,
    );
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
