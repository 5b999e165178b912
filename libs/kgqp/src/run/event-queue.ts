/** Lets a generator run ahead of whoever reads its events. */
export class EventQueue<Event, Result> {
  readonly #events: Event[] = [];
  readonly #result = Promise.withResolvers<Result>();
  #isOver = false;
  #news = Promise.withResolvers<void>();

  constructor() {
    // A failure is heard by whoever reads the queue; nobody may be left to.
    this.#result.promise.catch(() => {});
  }

  /** Takes all events of a generator, up to its end or its failure. Never throws. */
  async fill(events: AsyncGenerator<Event, Result>): Promise<void> {
    try {
      for (;;) {
        const next = await events.next();
        if (next.done) {
          this.#result.resolve(next.value);
          break;
        }
        this.#events.push(next.value);
        this.#tell();
      }
    } catch (error) {
      this.#result.reject(error);
    }
    this.#isOver = true;
    this.#tell();
  }

  /** The next event, as soon as there is one; undefined when the generator came to its end. @throws what the generator threw */
  async head(): Promise<Event | undefined> {
    while (this.#events.length === 0 && !this.#isOver) await this.#news.promise;
    if (this.#events.length === 0) await this.#result.promise;
    return this.#events[0];
  }

  take(): void {
    this.#events.shift();
  }

  /** What the generator returned. @throws what it threw */
  result(): Promise<Result> {
    return this.#result.promise;
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers<void>();
  }
}
