import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Document, Format } from '@askg/contract';
import { buildDocument, cutSentences, detectFormat, enrich, readSource, splitSource } from '@askg/ddm';
import { companionsBeside } from '@askg/ingest';
import { CliError } from '../cli-error.ts';

/** A paper to be read: the file itself, or a part of a file of several. */
export type PaperFile = { path: string; bytes: Uint8Array };

/** The papers of a file, each to be read by itself. @throws CliError cli/unreadable; DdmError */
export async function papersOfFile(path: string, as?: Format): Promise<PaperFile[]> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CliError('cli/unreadable', `${path}: ${cause.code}.`, { cause });
  });
  const parts = await splitSource(bytes, { fileName: basename(path), ...(as ? { as } : {}) });
  if (parts.length === 0) return [{ path, bytes }];
  return parts.map((part) => ({ path: `${path}#${part.name}`, bytes: part.bytes }));
}

/**
 * Reads one paper, with the files beside it that it takes in, without storing anything.
 * @throws DdmError
 */
export async function readPaperFile({ path, bytes }: PaperFile, as?: Format): Promise<Document> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const format = as ?? detectFormat(bytes, basename(path));
  const beside = format === undefined ? undefined : companionsBeside(path, bytes, format);
  const draft = await readSource(bytes, {
    fileName: basename(path),
    companion: (name) => beside?.get(name),
    ...(as ? { as } : {}),
  });
  return enrich(buildDocument(draft, { digest, cutSentences }));
}
