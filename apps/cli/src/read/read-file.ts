import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Document, Format } from '@askg/contract';
import { buildDocument, cutSentences, enrich, readSource, splitSource } from '@askg/ddm';
import { companionFile } from '@askg/ingest';
import { CliError } from '../cli-error.ts';

/** A paper to be read: the file itself, or a part of a file of several; `folder` is where it stands. */
export type PaperFile = { path: string; bytes: Uint8Array; folder: string };

/** The papers of a file, each to be read by itself. @throws CliError cli/unreadable; DdmError */
export async function papersOfFile(path: string, as?: Format): Promise<PaperFile[]> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CliError('cli/unreadable', `${path}: ${cause.code}.`, { cause });
  });
  const parts = await splitSource(bytes, { fileName: basename(path), ...(as ? { as } : {}) });
  const folder = dirname(path);
  if (parts.length === 0) return [{ path, bytes, folder }];
  return parts.map((part) => ({ path: `${path}#${part.name}`, bytes: part.bytes, folder }));
}

/**
 * Reads one paper, with the bibliographies beside it, without storing anything.
 * @throws DdmError
 */
export async function readPaperFile({ path, bytes, folder }: PaperFile, as?: Format): Promise<Document> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const draft = await readSource(bytes, {
    fileName: basename(path),
    companion: (name) => companionFile(folder, name),
    ...(as ? { as } : {}),
  });
  return enrich(buildDocument(draft, { digest, cutSentences }));
}
