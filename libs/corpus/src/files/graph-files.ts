import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { CorpusError } from '../corpus-error.ts';
import { writeDurably } from './durable-file.ts';
import type { Layout } from './layout.ts';

/** Level 2 costs a third of level 6 and gives files a tenth larger. */
const compressionLevel = 2;

/**
 * Stores canonical N-Quads under the SHA-256 of their bytes; the digest is of the quads, never of the compressed bytes. A
 * damaged file of that name is mended.
 */
export async function writeGraphFile(layout: Layout, nquads: string): Promise<string> {
  const bytes = Buffer.from(nquads);
  return store(layout, bytes, await promisify(gzip)(bytes, { level: compressionLevel }));
}

/** The same in one go, for use within a transaction. */
export function writeGraphFileNow(layout: Layout, nquads: string): string {
  const bytes = Buffer.from(nquads);
  return store(layout, bytes, gzipSync(bytes, { level: compressionLevel }));
}

export function graphDigest(nquads: string | Buffer): string {
  return createHash('sha256').update(nquads).digest('hex');
}

function store(layout: Layout, bytes: Buffer, compressed: Buffer): string {
  const digest = graphDigest(bytes);
  const path = layout.graph(digest);
  writeDurably(path, compressed, layout.temporary, () => holds(path, bytes));
  return digest;
}

function holds(path: string, bytes: Buffer): boolean {
  try {
    return gunzipSync(readFileSync(path)).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * The canonical N-Quads with this digest.
 * @throws CorpusError corpus/missing-graph, corpus/damaged-graph
 */
export async function readGraphFile(layout: Layout, digest: string): Promise<string> {
  const path = layout.graph(digest);
  let compressed: Buffer;
  try {
    compressed = await readFile(path);
  } catch (cause) {
    throw new CorpusError('corpus/missing-graph', `${path} cannot be read.`, { cause });
  }
  let bytes: Buffer;
  try {
    bytes = await promisify(gunzip)(compressed);
  } catch (cause) {
    throw new CorpusError('corpus/damaged-graph', `${path} cannot be decompressed.`, { cause });
  }
  if (graphDigest(bytes) !== digest) {
    throw new CorpusError('corpus/damaged-graph', `${path} holds other quads than its name says.`);
  }
  return bytes.toString();
}
