import { setTimeout as sleep } from 'node:timers/promises';
import type { APIError, OpenAI } from 'openai';
import { InferenceError } from '../inference-error.ts';
import type { RunOptions } from '../run-options.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { serverError } from './server-error.ts';

export type ServerOptions = {
  /** Root of the API; most servers want it to end in `/v1`. */
  baseUrl: string;
  /** Not needed by most local servers. */
  apiKey?: string;
  /** Name of the model at the server. */
  model: string;
  /** Most bytes of a reply; 64 MiB when not given. */
  largestReply?: number;
  /** Longest time for a call that names no deadline, in milliseconds; 300,000 when not given. */
  timeoutMs?: number;
};

/** A server that only asks for a moment's patience is asked once more; for longer the caller decides. */
const longestPauseMs = 2_000;
const usualPauseMs = 500;

/** An OpenAI-compatible server. It takes nothing from the environment, and turns what goes wrong into coded errors. */
export class ModelServer {
  readonly #baseUrl: string;
  readonly #apiKey: string | undefined;
  readonly #timeoutMs: number;
  readonly #largestReply: number;
  #loaded: Promise<{ client: OpenAI; clientError: typeof APIError }> | undefined;

  constructor({ baseUrl, apiKey, timeoutMs = 300_000, largestReply = 64 * 1024 * 1024 }: Omit<ServerOptions, 'model'>) {
    this.#baseUrl = baseUrl;
    this.#apiKey = apiKey;
    this.#timeoutMs = timeoutMs;
    this.#largestReply = largestReply;
  }

  /**
   * Runs `work`, which may ask the server several times, under one deadline, and gives it the signal to ask with.
   * Errors: `inference/deadline`, `cancelled`, and those of `work`.
   */
  async within<Result>(
    { signal: wish, deadlineMs = this.#timeoutMs }: RunOptions,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const late = AbortSignal.timeout(Math.max(0, Math.ceil(deadlineMs)));
    try {
      return await work(wish === undefined ? late : AbortSignal.any([wish, late]));
    } catch (error) {
      if (wish?.aborted) throw new InferenceError('inference/cancelled', 'The call was cancelled.', { cause: error });
      if (!late.aborted) throw error;
      const detail = `The server did not answer within ${deadlineMs} ms.`;
      throw new InferenceError('inference/deadline', detail, { cause: error });
    }
  }

  /**
   * Asks the server, and once more when it is overloaded or failed and does not want a long pause.
   * Errors: `inference/server-unreachable`, `key-refused`, `rate-limited`, `request-refused`, `server-failed`.
   */
  async ask<Reply>(signal: AbortSignal, request: (client: OpenAI) => Promise<Reply>): Promise<Reply> {
    const { client, clientError } = await (this.#loaded ??= this.#load());
    try {
      return await request(client).catch(async (error: unknown) => {
        const pause = signal.aborted || !(error instanceof clientError) ? undefined : pauseAfter(error);
        if (pause === undefined) throw error;
        await sleep(pause, undefined, { signal });
        return request(client);
      });
    } catch (error) {
      throw serverError(error, clientError, this.#apiKey);
    }
  }

  /** Loaded with the first call: it takes 20 MB, and most processes never ask a server. */
  async #load(): Promise<{ client: OpenAI; clientError: typeof APIError }> {
    const { APIError, OpenAI } = await import('openai');
    const client = new OpenAI({
      baseURL: this.#baseUrl,
      // The client insists on a key; servers that need none ignore it.
      apiKey: this.#apiKey ?? 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      logLevel: 'off',
      maxRetries: 0,
      fetch: boundedFetch(this.#largestReply),
      // Its own limit ends with the headers of the reply; the signal of `within` covers the whole.
      timeout: 2 ** 31 - 1,
    });
    return { client, clientError: APIError };
  }
}

/** Milliseconds to wait before asking once more; undefined where that is in vain. */
function pauseAfter({ status, headers }: APIError): number | undefined {
  if (status !== 429 && (status === undefined || status < 500)) return undefined;
  const wish = Number(headers?.get('retry-after') ?? Number.NaN) * 1_000;
  const pause = Number.isNaN(wish) ? usualPauseMs : wish;
  return pause <= longestPauseMs ? pause : undefined;
}
