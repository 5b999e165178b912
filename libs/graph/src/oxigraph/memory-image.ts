import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Store } from 'oxigraph';
import type { EngineInstance } from './engine-instance.ts';
import { lengthOf, readReferences, type ReferenceRuns, writeReferences } from './reference-runs.ts';

export type ImageGraph = { name: string; digest: string; quads: number };

/** What stands before the memory in the file of an image. */
export type ImageHeader = {
  /** Digest of the build of the engine, and what its graphs leave out of their files. */
  engine: string;
  projection: string;
  graphs: readonly ImageGraph[];
  bytes: number;
  checksum: number;
  /** Where the store begins in the memory. */
  pointer: number;
  references: ReferenceRuns;
};

/** The file is damaged, which was seen when the memory of this process had been overwritten already. */
export class MemoryLost extends Error {}

/** A store in WebAssembly is a number for the package; a subclass could not be told this number. */
type StoreHandle = { __wbg_ptr: number };

const magic = 'ASKG engine 1\n';
const pageBytes = 65_536;
const chunkBytes = 16 * 1024 * 1024;
const mostHeaderBytes = 256 * 1024 * 1024;

/**
 * Writes the whole memory of an engine to a file. Between two calls that is all of its state, but for the JavaScript
 * values that it holds; no image is made while one of those belongs to this process alone.
 * @returns whether the image was written
 */
export function writeImage(
  path: string,
  { memory, references }: EngineInstance,
  store: Store,
  facts: Pick<ImageHeader, 'engine' | 'projection' | 'graphs'>,
): boolean {
  const runs = readReferences(references);
  if (runs === undefined) return false;
  const bytes = memory.buffer.byteLength;
  let checksum = 0;
  for (const chunk of chunksOf(memory.buffer)) checksum = crc32(chunk, checksum);
  const { __wbg_ptr: pointer } = store as unknown as StoreHandle;
  const header: ImageHeader = { ...facts, bytes, checksum, pointer, references: runs };
  const json = Buffer.from(JSON.stringify(header));
  const file = openSync(path, 'w', 0o600);
  try {
    writeAll(file, Buffer.from(magic + String(json.length).padStart(12)));
    writeAll(file, json);
    for (const chunk of chunksOf(memory.buffer)) writeAll(file, chunk);
  } finally {
    closeSync(file);
  }
  return true;
}

/** What an image says of itself; undefined when there is none, or the file is none. */
export function readHeader(path: string): ImageHeader | undefined {
  return open(path, (file) => headerOf(file)?.header);
}

/**
 * Puts an image into the place of this process's memory. Nothing of the package may have been used before, since what it
 * made would be gone.
 * @returns the store; undefined when the image does not fit, and the memory is as it was
 * @throws MemoryLost
 */
export function readImage(path: string, { memory, references }: EngineInstance): Store | undefined {
  return open(path, (file) => {
    const found = headerOf(file);
    if (found === undefined) return undefined;
    const { header, end } = found;
    const missing = header.bytes - memory.buffer.byteLength;
    if (missing < 0 || missing % pageBytes !== 0 || lengthOf(header.references) < references.length) return undefined;
    memory.grow(missing / pageBytes);
    let checksum = 0;
    let position = end;
    for (const chunk of chunksOf(memory.buffer)) {
      readAll(file, chunk, position);
      checksum = crc32(chunk, checksum);
      position += chunk.length;
    }
    if (checksum !== header.checksum) throw new MemoryLost('The image of the engine is damaged.');
    writeReferences(references, header.references);
    // Made without the constructor, so that no finaliser ever frees what another process had at this place.
    return Object.assign(Object.create(Store.prototype) as Store, { __wbg_ptr: header.pointer });
  });
}

function headerOf(file: number): { header: ImageHeader; end: number } | undefined {
  const start = Buffer.alloc(magic.length + 12);
  if (readSync(file, start, 0, start.length, 0) < start.length) return undefined;
  const length = Number(start.toString('latin1', magic.length));
  const isImage = start.toString('latin1', 0, magic.length) === magic;
  if (!isImage || !(length > 0 && length < mostHeaderBytes)) return undefined;
  const json = Buffer.alloc(length);
  readAll(file, json, start.length);
  return { header: JSON.parse(json.toString()) as ImageHeader, end: start.length + length };
}

function open<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

function* chunksOf(buffer: ArrayBuffer): Generator<Uint8Array> {
  for (let start = 0; start < buffer.byteLength; start += chunkBytes) {
    yield new Uint8Array(buffer, start, Math.min(chunkBytes, buffer.byteLength - start));
  }
}

function readAll(file: number, into: Uint8Array, position: number): void {
  for (let done = 0; done < into.length;) {
    const read = readSync(file, into, done, into.length - done, position + done);
    if (read === 0) throw new MemoryLost('The image of the engine ends too early.');
    done += read;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done);
}
