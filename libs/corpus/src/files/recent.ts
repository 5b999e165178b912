/** Keeps the values of the last keys asked for. A value that could not be made is not kept. */
export class Recent<V> {
  readonly #values = new Map<string, Promise<V>>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of a key, made once however many ask for it at the same time. */
  get(key: string, make: () => Promise<V>): Promise<V> {
    const value = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#capacity && oldest !== undefined) this.#values.delete(oldest);
    value.catch(() => {
      if (this.#values.get(key) === value) this.#values.delete(key);
    });
    return value;
  }
}
