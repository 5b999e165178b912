import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { CorpusError } from '../corpus-error.ts';
import { writeDurably } from './durable-file.ts';
import type { Layout } from './layout.ts';

/** Level 2 costs a third of level 6 and gives files a tenth larger. */
const compressionLevel = 2;

/** Stores canonical N-Quads under the SHA-256 of their bytes; the digest is of the quads, never of the compressed bytes. */
export async function writeGraphFile(layout: Layout, nquads: string): Promise<string> {
  const bytes = Buffer.from(nquads);
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeDurably(layout.graph(digest), await promisify(gzip)(bytes, { level: compressionLevel }), layout.temporary);
  return digest;
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
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    throw new CorpusError('corpus/damaged-graph', `${path} holds other quads than its name says.`);
  }
  return bytes.toString();
}
