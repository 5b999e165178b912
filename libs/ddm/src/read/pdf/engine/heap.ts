import type { PdfiumFunctions } from './pdfium.ts';

const scratchBytes = 64 * 1024;

/** Memory of the engine: a scratch area for results, and strings. The view is renewed when the memory grows. */
export class Heap {
  readonly #functions: PdfiumFunctions;
  readonly scratch: number;
  #view: DataView;

  constructor(functions: PdfiumFunctions) {
    this.#functions = functions;
    this.scratch = functions.malloc(scratchBytes);
    this.#view = new DataView(functions.memory.buffer);
  }

  /** Holds until the engine is called again: a call may move the memory. */
  get view(): DataView {
    if (this.#view.buffer !== this.#functions.memory.buffer) this.#view = new DataView(this.#functions.memory.buffer);
    return this.#view;
  }

  float(slot: number): number {
    return this.view.getFloat32(this.scratch + 4 * slot, true);
  }

  int(slot: number): number {
    return this.view.getInt32(this.scratch + 4 * slot, true);
  }

  double(offset: number): number {
    return this.view.getFloat64(this.scratch + offset, true);
  }

  /** Copies bytes into the engine; the caller frees them. */
  store(bytes: Uint8Array): number {
    const address = this.#functions.malloc(bytes.length);
    if (address !== 0) new Uint8Array(this.#functions.memory.buffer, address, bytes.length).set(bytes);
    return address;
  }

  /** A string that a function writes into a buffer, zero at its end; it returns the size in bytes. */
  string(encoding: 'utf-8' | 'utf-16le', write: (buffer: number, size: number) => number): string {
    const size = write(this.scratch, scratchBytes);
    if (size <= 0 || size > scratchBytes) return '';
    const bytes = new Uint8Array(this.#functions.memory.buffer, this.scratch, size);
    return new TextDecoder(encoding).decode(bytes).replace(/\0+$/, '');
  }

  free(): void {
    this.#functions.free(this.scratch);
  }
}
