import { readFileSync } from 'node:fs';
import type { ModelIdentity } from '@askg/inference';
import { fromHalf, toHalf } from './half-floats.ts';
import { type VectorCache, cacheKey } from './vector-cache.ts';

const magic = 'ASKGVEC1';
const keyBytes = 16;
/** The mark, then two little-endian 32-bit numbers: entries and dimensions. */
const headerBytes = magic.length + 8;

/** Vectors kept in one file: sorted 16-byte keys (see `cacheKey`), then as many rows of 16-bit floats. */
export class VectorFile implements VectorCache {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #bytes: Buffer;
  readonly #dimensions: number;

  private constructor(rows: ReadonlyMap<string, number>, bytes: Buffer, dimensions: number) {
    this.#rows = rows;
    this.#bytes = bytes;
    this.#dimensions = dimensions;
  }

  /** Reads a file; one that is absent or damaged holds nothing. */
  static read(path: string): VectorFile {
    const empty = new VectorFile(new Map(), Buffer.alloc(0), 0);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      return empty;
    }
    if (bytes.length < headerBytes || bytes.toString('latin1', 0, magic.length) !== magic) return empty;
    const count = bytes.readUInt32LE(magic.length);
    const dimensions = bytes.readUInt32LE(magic.length + 4);
    if (bytes.length !== headerBytes + count * (keyBytes + dimensions * 2)) return empty;
    const rows = new Map<string, number>();
    for (let row = 0; row < count; row++) {
      const at = headerBytes + row * keyBytes;
      rows.set(bytes.toString('hex', at, at + keyBytes), headerBytes + count * keyBytes + row * dimensions * 2);
    }
    return new VectorFile(rows, bytes, dimensions);
  }

  /** The bytes of a file with these vectors, by key; the same for the same vectors, in whatever order they come. */
  static encode(vectors: ReadonlyMap<string, Float32Array>, dimensions: number): Buffer {
    const sorted = [...vectors].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const bytes = Buffer.alloc(headerBytes + sorted.length * (keyBytes + dimensions * 2));
    bytes.write(magic, 'latin1');
    bytes.writeUInt32LE(sorted.length, magic.length);
    bytes.writeUInt32LE(dimensions, magic.length + 4);
    let at = headerBytes;
    for (const [key] of sorted) at += bytes.write(key, at, 'hex');
    for (const [, vector] of sorted) {
      for (let k = 0; k < dimensions; k++) at = bytes.writeUInt16LE(toHalf(vector[k] ?? 0), at);
    }
    return bytes;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(model: ModelIdentity, text: string): Float32Array | undefined {
    if (model.dimensions !== this.#dimensions) return undefined;
    const at = this.#rows.get(cacheKey(model, text));
    if (at === undefined) return undefined;
    const vector = Float32Array.from({ length: this.#dimensions }, (_, k) =>
      fromHalf(this.#bytes.readUInt16LE(at + k * 2)),
    );
    const length = Math.hypot(...vector);
    return length > 0 ? vector.map((x) => x / length) : undefined;
  }
}
