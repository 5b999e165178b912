import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CorpusError } from '../corpus-error.ts';
import { writeDurably } from './durable-file.ts';
import type { Layout } from './layout.ts';

/** Stores the bytes as they came, under their SHA-256; a damaged file of that name is mended. */
export function writeSourceFile(layout: Layout, bytes: Uint8Array): { digest: string; isNew: boolean } {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const path = layout.source(digest);
  return { digest, isNew: writeDurably(path, bytes, layout.temporary, () => readFileSync(path).equals(bytes)) };
}

/** @throws CorpusError corpus/damaged-source when the file is missing or holds other bytes */
export async function readSourceFile(layout: Layout, digest: string): Promise<Buffer> {
  const path = layout.source(digest);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new CorpusError('corpus/damaged-source', `${path} cannot be read.`, { cause });
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    throw new CorpusError('corpus/damaged-source', `${path} holds other bytes than its name says.`);
  }
  return bytes;
}
