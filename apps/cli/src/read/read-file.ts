import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Document, Format } from '@askg/contract';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import { CliError } from '../cli-error.ts';

/** Reads one paper without storing anything. @throws CliError cli/unreadable; DdmError */
export async function readPaperFile(path: string, as?: Format): Promise<Document> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CliError('cli/unreadable', `${path}: ${cause.code}.`, { cause });
  });
  const digest = createHash('sha256').update(bytes).digest('hex');
  const draft = await readSource(bytes, { fileName: basename(path), ...(as ? { as } : {}) });
  return enrich(buildDocument(draft, { digest, cutSentences }));
}
