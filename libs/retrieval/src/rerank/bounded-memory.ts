/** Values by their keys, up to a total size; those not used for longest go when it gets too large. */
export class BoundedMemory<Value> {
  readonly #limit: number;
  readonly #sizeOf: (value: Value) => number;
  readonly #kept = new Map<string, Value>();
  #size = 0;

  /** @param limit of the sum of the sizes @param sizeOf size of a value in any unit; each counts 1 when not given */
  constructor(limit: number, sizeOf: (value: Value) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  /** Sum of the sizes of what is kept. */
  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value !== undefined) {
      // A map gives its entries in the order they were set in.
      this.#kept.delete(key);
      this.#kept.set(key, value);
    }
    return value;
  }

  /** A value that alone is larger than the limit is not kept. */
  set(key: string, value: Value): void {
    this.#forget(key);
    const size = this.#sizeOf(value);
    if (size > this.#limit) return;
    this.#kept.set(key, value);
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limit) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const value = this.#kept.get(key);
    if (value === undefined) return;
    this.#size -= this.#sizeOf(value);
    this.#kept.delete(key);
  }
}
