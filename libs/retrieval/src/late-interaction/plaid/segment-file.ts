import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { RetrievalError } from '../../retrieval-error.ts';
import { writeWhole } from '../whole-file.ts';

/** Documents that were added together, without their records, which stay on disk until they are wanted. */
export type Segment = {
  ids: readonly string[];
  /** Token vectors of each document. */
  lengths: Uint32Array;
  /** Centroid of each token vector, document after document. */
  codes: Uint32Array;
};

const magic = 'ASKGPLD1';
/** The mark, then bytes of a record and of a code, documents, token vectors, bytes of the ids, and a number that is not used. */
const headerBytes = magic.length + 4 * 6;

/**
 * Writes lengths, codes, ids as JSON, records; lengths have 32 bits, codes 16 where that is enough, all little-endian. A
 * segment's file never changes.
 */
export async function writeSegment(
  folder: string,
  name: string,
  { ids, lengths, codes }: Segment,
  records: Uint8Array,
): Promise<void> {
  const names = Buffer.from(JSON.stringify(ids));
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 'latin1');
  const shortCodes = codes.every((code) => code < 0x1_0000) ? Uint16Array.from(codes) : codes;
  const recordBytes = codes.length === 0 ? 0 : records.length / codes.length;
  const numbers = [recordBytes, shortCodes.BYTES_PER_ELEMENT, ids.length, codes.length, names.length];
  for (const [i, number] of numbers.entries()) header.writeUInt32LE(number, magic.length + 4 * i);
  await writeWhole(folder, name, [header, bytesOf(lengths), bytesOf(shortCodes), names, records]);
}

/** An open segment. */
export class SegmentFile {
  readonly segment: Segment;
  readonly #file: FileHandle;
  readonly #recordBytes: number;
  readonly #recordsAt: number;

  private constructor(file: FileHandle, segment: Segment, recordBytes: number, recordsAt: number) {
    this.#file = file;
    this.segment = segment;
    this.#recordBytes = recordBytes;
    this.#recordsAt = recordsAt;
  }

  /** @throws RetrievalError retrieval/damaged-index, or the system's error where there is no such file */
  static async open(folder: string, name: string): Promise<SegmentFile> {
    const file = await open(join(folder, name));
    try {
      return await SegmentFile.#read(file, name);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  static async #read(file: FileHandle, name: string): Promise<SegmentFile> {
    const damaged = (cause?: unknown): RetrievalError =>
      new RetrievalError('retrieval/damaged-index', `${name} is not a whole segment.`, { cause });
    const header = Buffer.alloc(headerBytes);
    await file.read(header, 0, headerBytes, 0);
    if (header.toString('latin1', 0, magic.length) !== magic) throw damaged();
    const [recordBytes, codeBytes, documents, tokens, idBytes] = [0, 1, 2, 3, 4].map((i) =>
      header.readUInt32LE(magic.length + 4 * i),
    ) as [number, number, number, number, number];
    const recordsAt = headerBytes + 4 * documents + codeBytes * tokens + idBytes;
    if (![2, 4].includes(codeBytes) || (await file.stat()).size !== recordsAt + tokens * recordBytes) throw damaged();
    const body = Buffer.allocUnsafeSlow(recordsAt - headerBytes);
    await file.read(body, 0, body.length, headerBytes);
    const lengths = new Uint32Array(body.buffer, 0, documents);
    const kind = codeBytes === 2 ? Uint16Array : Uint32Array;
    const codes = Uint32Array.from(new kind(body.buffer, 4 * documents, tokens));
    let ids: string[];
    try {
      ids = JSON.parse(body.toString('utf8', 4 * documents + codeBytes * tokens)) as string[];
    } catch (error) {
      throw damaged(error);
    }
    if (ids.length !== documents || lengths.reduce((sum, length) => sum + length, 0) !== tokens) throw damaged();
    return new SegmentFile(file, { ids, lengths, codes }, recordBytes, recordsAt);
  }

  /** Records of `count` token vectors from the one numbered `first` on. */
  async records(first: number, count: number): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafeSlow(count * this.#recordBytes);
    const position = this.#recordsAt + first * this.#recordBytes;
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, position);
    if (bytesRead === bytes.length) return bytes;
    throw new RetrievalError('retrieval/damaged-index', 'A segment was cut short while it was open.');
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Numbers of the machine are little-endian on every platform that Node runs the engines of this package on. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
