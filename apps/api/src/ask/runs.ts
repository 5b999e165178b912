import { ApiError } from '../api-error.ts';

/** A run from its start to its end. */
export type Run = { id: string; signal: AbortSignal; end: () => void };

/** The runs that are under way, so that they can be cancelled by their ids. */
export class Runs {
  readonly #controllers = new Map<string, { controller: AbortController; client: string }>();
  readonly #most: number;
  readonly #mostOfClient: number;

  /** @param most runs at the same time, of all clients and of one */
  constructor(most: { ofAll: number; ofClient: number }) {
    this.#most = most.ofAll;
    this.#mostOfClient = most.ofClient;
  }

  /**
   * Begins a run that also ends when its client leaves.
   * @throws ApiError `api/busy`
   */
  begin(id: string, { client, signal }: { client: string; signal: AbortSignal }): Run {
    const own = [...this.#controllers.values()].filter((run) => run.client === client).length;
    if (own >= this.#mostOfClient) throw new ApiError('api/busy', `${own} questions of yours are being answered.`);
    if (this.#controllers.size >= this.#most) {
      throw new ApiError('api/busy', `${this.#most} questions are being answered.`);
    }
    const controller = new AbortController();
    this.#controllers.set(id, { controller, client });
    return {
      id,
      signal: AbortSignal.any([controller.signal, signal]),
      end: () => this.#controllers.delete(id),
    };
  }

  /** Tells a run to stop. @throws ApiError `api/unknown-run` */
  cancel(id: string): void {
    const run = this.#controllers.get(id);
    if (!run) throw new ApiError('api/unknown-run', 'The run has ended, or never was.');
    run.controller.abort();
  }

  get size(): number {
    return this.#controllers.size;
  }
}
