import { kernels } from './kernels.ts';
import { wasmModule } from './wasm-module.ts';
import { pageBytes, webAssembly, type WasmMemory } from './web-assembly.ts';

type Kernel = (...parameters: number[]) => void;
/** The functions of `kernels.ts`; all parameters are addresses in bytes or counts. */
type KernelName = 'best' | 'products' | 'nearest' | 'bestOfRows';

let compiled: object | undefined;

/**
 * Memory in which the kernels work, filled from below: what is placed stays until `release` goes back before it. Addresses are
 * bytes, each a multiple of 16. A view of the memory holds only until the next `reserve` or `place`.
 */
export class KernelMemory {
  readonly run: Readonly<Record<KernelName, Kernel>>;
  readonly #memory: WasmMemory;
  #used = 0;

  constructor() {
    compiled ??= new webAssembly.Module(wasmModule(kernels));
    this.#memory = new webAssembly.Memory({ initial: 1 });
    const { exports } = new webAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.run = exports as Record<KernelName, Kernel>;
  }

  /** Where the next thing will be placed. */
  get used(): number {
    return this.#used;
  }

  release(address: number): void {
    this.#used = address;
  }

  reserve(bytes: number): number {
    const address = this.#used;
    this.#used = address + Math.ceil(bytes / 16) * 16;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / pageBytes));
    return address;
  }

  place(numbers: Float32Array | Uint32Array): number {
    const address = this.reserve(numbers.byteLength);
    // By its tag, since an array that came from another context is no instance of this one's classes.
    const kind = numbers[Symbol.toStringTag] === 'Float32Array' ? Float32Array : Uint32Array;
    new kind(this.#memory.buffer, address, numbers.length).set(numbers);
    return address;
  }

  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, count);
  }

  integers(address: number, count: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, address, count);
  }
}
