import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TokenVectors } from '@askg/inference';
import { codedBytes, decodeTokens, encodeTokens } from './token-codec.ts';
import { listFolder, writeWhole } from './whole-file.ts';

/** Passages of a paper whose token vectors share a file, which is written once and never changes. */
export const passagesPerFile = 32;

/** Where a passage stands: the graph it was taken from and its place in the paper. */
export type TokenPlace = { graphDigest: string; ordinal: number };

const magic = 'ASKGTOK2';
/** The mark, the dimensions, then an offset and a count for each passage; all numbers 32 bits, little-endian. */
const headerBytes = magic.length + 4 + passagesPerFile * 8;

/**
 * Token vectors of one model on disk. A file holds up to `passagesPerFile` passages of one version of a paper and is named
 * after both, so that adding is writing a file and removing a paper is deleting its files. A file is there whole or not at all.
 */
export class TokenFiles {
  readonly #folder: string;
  readonly #dimensions: number;

  constructor(folder: string, dimensions: number) {
    this.#folder = folder;
    this.#dimensions = dimensions;
  }

  /** Writes the file of the passages from `part * passagesPerFile` on. */
  async write(graphDigest: string, part: number, passages: readonly TokenVectors[]): Promise<void> {
    const coded = passages.map(encodeTokens);
    const header = Buffer.alloc(headerBytes);
    header.write(magic, 'latin1');
    header.writeUInt32LE(this.#dimensions, magic.length);
    let offset = headerBytes;
    for (const [i, bytes] of coded.entries()) {
      header.writeUInt32LE(offset, entryAt(i));
      header.writeUInt32LE(bytes.length / codedBytes(this.#dimensions), entryAt(i) + 4);
      offset += bytes.length;
    }
    await writeWhole(this.#folder, fileName(graphDigest, part), [header, ...coded]);
  }

  async has(graphDigest: string, part: number): Promise<boolean> {
    return (await listFolder(this.#folder)).includes(fileName(graphDigest, part));
  }

  /** Records that all files of a graph are written. */
  async finish(graphDigest: string): Promise<void> {
    await writeWhole(this.#folder, `${graphDigest}.complete`, []);
  }

  /** The token vectors of passages, in their order; undefined where the files hold none. */
  async read(places: readonly TokenPlace[]): Promise<(TokenVectors | undefined)[]> {
    const byFile = Map.groupBy(places.entries(), ([, { graphDigest, ordinal }]) =>
      fileName(graphDigest, Math.floor(ordinal / passagesPerFile)),
    );
    const found: (TokenVectors | undefined)[] = places.map(() => undefined);
    await Promise.all(
      [...byFile].map(async ([name, wanted]) => {
        const ordinals = wanted.map(([, { ordinal }]) => ordinal % passagesPerFile);
        const tokens = await this.#readFile(name, ordinals);
        for (const [i, [at]] of wanted.entries()) found[at] = tokens[i];
      }),
    );
    return found;
  }

  /** Digests of the graphs all of whose files are there. */
  async complete(): Promise<Set<string>> {
    const names = await listFolder(this.#folder);
    return new Set(names.filter((name) => name.endsWith('.complete')).map((name) => name.replace('.complete', '')));
  }

  /** Deletes what belongs to other graphs than these, and what a killed writer left. */
  async keepOnly(graphDigests: ReadonlySet<string>): Promise<void> {
    for (const name of await listFolder(this.#folder)) {
      const digest = filePattern.exec(name)?.[1];
      if (digest === undefined || !graphDigests.has(digest)) await rm(join(this.#folder, name), { force: true });
    }
  }

  /** A file that is damaged, or was deleted just now, holds nothing. */
  async #readFile(name: string, slots: readonly number[]): Promise<(TokenVectors | undefined)[]> {
    const file = await open(join(this.#folder, name)).catch(() => undefined);
    if (!file) return [];
    try {
      const header = Buffer.alloc(headerBytes);
      await file.read(header, 0, headerBytes, 0);
      if (header.toString('latin1', 0, magic.length) !== magic) return [];
      if (header.readUInt32LE(magic.length) !== this.#dimensions) return [];
      return await Promise.all(
        slots.map(async (slot) => {
          const offset = header.readUInt32LE(entryAt(slot));
          const count = header.readUInt32LE(entryAt(slot) + 4);
          if (offset === 0) return undefined;
          const bytes = Buffer.allocUnsafeSlow(count * codedBytes(this.#dimensions));
          const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
          return bytesRead === bytes.length ? decodeTokens(bytes, count, this.#dimensions) : undefined;
        }),
      );
    } finally {
      await file.close();
    }
  }
}

const filePattern = /^([0-9a-f]+)(?:-\d+\.tokens|\.complete)$/;

function fileName(graphDigest: string, part: number): string {
  return `${graphDigest}-${part}.tokens`;
}

function entryAt(slot: number): number {
  return magic.length + 4 + slot * 8;
}
