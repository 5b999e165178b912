import { GraphError } from '../graph-error.ts';

export type ClientLimits = {
  /** Queries of one client that wait or run at the same time. */
  queries: number;
  /** Milliseconds of engine time that one client may use in each minute. */
  millisecondsPerMinute: number;
};

type Account = {
  underWay: number;
  /** Heavy queries that run now. */
  heavy: number;
  /** Engine milliseconds left, below zero after a long query; it fills up again with time. */
  left: number;
  at: number;
  /** Until then its queries count as heavy, since one was not as cheap as it looked. */
  distrustedUntil: number;
};

const minute = 60_000;
/** Accounts above which those that are as good as new are forgotten. */
const manyAccounts = 1000;

/**
 * What each client has under way and has used of the engines: a bucket of engine time that fills up evenly, so that a
 * client can use a minute's share at once and then as much as comes in.
 */
export class ClientLedger {
  readonly #limits: ClientLimits;
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();

  constructor(limits: ClientLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Opens a query of a client; `close` has to follow.
   * @throws GraphError `graph/client-busy`, `graph/client-budget`, with the time after which to try again
   */
  open(client: string): void {
    const account = this.#account(client);
    const { queries, millisecondsPerMinute } = this.#limits;
    if (account.underWay >= queries) {
      throw new GraphError('graph/client-busy', `${account.underWay} queries of this client wait or run.`, {
        retryAfterMs: 1000,
      });
    }
    if (account.left <= 0) {
      const retryAfterMs = Math.ceil(((1 - account.left) / millisecondsPerMinute) * minute);
      throw new GraphError(
        'graph/client-budget',
        `Queries of one client may take ${millisecondsPerMinute / 1000} s of processing time in a minute.`,
        { retryAfterMs },
      );
    }
    account.underWay += 1;
  }

  close(client: string): void {
    this.#account(client).underWay -= 1;
    if (this.#accounts.size > manyAccounts) this.#forget();
  }

  begin(client: string, isHeavy: boolean): void {
    if (isHeavy) this.#account(client).heavy += 1;
  }

  end(client: string, isHeavy: boolean): void {
    if (isHeavy) this.#account(client).heavy -= 1;
  }

  /** @param milliseconds that an engine worked for the client */
  charge(client: string, milliseconds: number): void {
    this.#account(client).left -= milliseconds;
  }

  heavyOf(client: string): number {
    return this.#accounts.get(client)?.heavy ?? 0;
  }

  distrust(client: string): void {
    this.#account(client).distrustedUntil = this.#now() + minute;
  }

  isDistrusted(client: string): boolean {
    return (this.#accounts.get(client)?.distrustedUntil ?? 0) > this.#now();
  }

  #account(client: string): Account {
    const now = this.#now();
    const most = this.#limits.millisecondsPerMinute;
    const account = this.#accounts.get(client) ?? { underWay: 0, heavy: 0, left: most, at: now, distrustedUntil: 0 };
    account.left = Math.min(most, account.left + ((now - account.at) * most) / minute);
    account.at = now;
    this.#accounts.set(client, account);
    return account;
  }

  #forget(): void {
    for (const client of this.#accounts.keys()) {
      const { underWay, heavy, left, distrustedUntil } = this.#account(client);
      const isFull = left >= this.#limits.millisecondsPerMinute;
      if (underWay === 0 && heavy === 0 && isFull && distrustedUntil < this.#now()) this.#accounts.delete(client);
    }
  }
}
