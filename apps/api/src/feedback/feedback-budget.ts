import { ApiError } from '../api-error.ts';

const minuteMs = 60_000;
const mostPerMinute = 60;

/** Lets each client judge so often, and no more: every judgement is written to the catalog. */
export class FeedbackBudget {
  readonly #now: () => number;
  readonly #spent = new Map<string, number>();
  #minute = 0;

  /** @param now milliseconds of a monotone clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws ApiError `api/too-much-feedback` */
  spend(client: string): void {
    const minute = Math.floor(this.#now() / minuteMs);
    if (minute !== this.#minute) this.#spent.clear();
    this.#minute = minute;
    const spent = this.#spent.get(client) ?? 0;
    if (spent >= mostPerMinute) {
      throw new ApiError('api/too-much-feedback', `${mostPerMinute} judgements a minute are taken of each client.`);
    }
    this.#spent.set(client, spent + 1);
  }
}
