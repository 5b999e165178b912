import { ApiError } from '../api-error.ts';

/** A run from its start to its end. */
export type Run = { id: string; signal: AbortSignal; end: () => void };

/** The runs that are under way, so that they can be cancelled by their ids. */
export class Runs {
  readonly #controllers = new Map<string, AbortController>();
  readonly #most: number;

  /** @param most runs at the same time */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Begins a run that also ends when its client leaves.
   * @throws ApiError `api/busy`
   */
  begin(id: string, client: AbortSignal): Run {
    if (this.#controllers.size >= this.#most) {
      throw new ApiError('api/busy', `${this.#most} questions are being answered.`);
    }
    const controller = new AbortController();
    this.#controllers.set(id, controller);
    return {
      id,
      signal: AbortSignal.any([controller.signal, client]),
      end: () => this.#controllers.delete(id),
    };
  }

  /** Tells a run to stop. @throws ApiError `api/unknown-run` */
  cancel(id: string): void {
    const controller = this.#controllers.get(id);
    if (!controller) throw new ApiError('api/unknown-run', 'The run has ended, or never was.');
    controller.abort();
  }

  get size(): number {
    return this.#controllers.size;
  }
}
