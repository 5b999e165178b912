import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { IngestError } from '../ingest-error.ts';
import type { FullTextService } from './full-text-service.ts';
import { post } from './post.ts';
import { readLimited } from './read-limited.ts';

export type GrobidOptions = {
  /** Address of the service, such as http://127.0.0.1:8070. */
  url: string;
  /** Milliseconds until an answer must be there, all waiting included. */
  deadlineMs: number;
  /** Milliseconds before the second attempt when the service is busy; doubled each time. */
  firstPauseMs?: number;
  /** Most bytes of an answer. */
  mostBytes?: number;
};

/** The elements whose places on the pages are asked for. */
const located = ['s', 'p', 'head', 'figure', 'formula', 'ref', 'biblStruct', 'persName'];
const longestPauseMs = 8000;

/**
 * A running GROBID service. Nothing is looked up elsewhere by it (no consolidation), so that the answer follows from the
 * PDF. While the service says that it is busy (503), it is asked again after a pause.
 */
export class GrobidHttp implements FullTextService {
  readonly #address: string;
  readonly #options: Required<GrobidOptions>;

  constructor(options: GrobidOptions) {
    this.#options = { firstPauseMs: 1000, mostBytes: 64 * 1024 * 1024, ...options };
    this.#address = `${options.url.replace(/\/+$/, '')}/api/processFulltextDocument`;
  }

  async read(pdf: Uint8Array): Promise<Uint8Array> {
    const { deadlineMs, firstPauseMs } = this.#options;
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
        const response = await this.#ask(pdf, signal);
        if (response.statusCode !== 503) return await this.#answerOf(response);
        // Read to its end, so that the connection serves the next attempt.
        await readLimited(response, 64 * 1024);
        await pause(pauseOf(response) ?? pauseMs, undefined, { signal });
      }
    } catch (cause) {
      if (cause instanceof IngestError) throw cause;
      if (signal.aborted) {
        const detail = `${this.#address} gave no answer in ${deadlineMs / 1000} s.`;
        throw new IngestError('ingest/grobid-timeout', detail, { cause });
      }
      const { code, message } = cause as NodeJS.ErrnoException;
      if (code === undefined) throw cause;
      throw new IngestError('ingest/grobid-unreachable', `${this.#address}: ${message || code}.`, { cause });
    }
  }

  async #ask(pdf: Uint8Array, signal: AbortSignal): Promise<IncomingMessage> {
    const form = new FormData();
    form.set('input', new Blob([Uint8Array.from(pdf)], { type: 'application/pdf' }), 'paper.pdf');
    for (const name of ['consolidateHeader', 'consolidateCitations', 'consolidateFunders']) form.set(name, '0');
    // Sentences have places of their own; which words make one is decided anew by the reader.
    for (const name of ['includeRawCitations', 'segmentSentences']) form.set(name, '1');
    for (const element of located) form.append('teiCoordinates', element);
    return post(this.#address, form, signal);
  }

  async #answerOf(response: IncomingMessage): Promise<Uint8Array> {
    const { mostBytes } = this.#options;
    const { statusCode = 0 } = response;
    const bytes = await readLimited(response, mostBytes);
    const said = (bytes ?? Buffer.alloc(0)).toString('utf8', 0, 300).replaceAll(/\s+/g, ' ').trim();
    if (statusCode < 200 || statusCode > 299) {
      throw new IngestError('ingest/grobid-refused', `${this.#address} answered ${statusCode}: ${said}`);
    }
    if (!bytes) throw new IngestError('ingest/grobid-unusable', `The answer has more than ${mostBytes} bytes.`);
    if (!/^\uFEFF?<(?:\?xml|TEI)\b/.test(said)) {
      throw new IngestError('ingest/grobid-unusable', `${this.#address} answered ${statusCode} without TEI: ${said}`);
    }
    return bytes;
  }
}

/** Milliseconds that a busy service asks to be left alone. */
function pauseOf(response: IncomingMessage): number | undefined {
  const seconds = Number(response.headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, longestPauseMs) : undefined;
}
