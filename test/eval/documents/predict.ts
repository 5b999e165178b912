import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from '@askg/contract';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import { companionOf } from './latex/find-sources.ts';
import type { PdfFile } from './pairs.ts';

export type Prediction = {
  file: PdfFile;
  digest: string;
  /** Undefined where the reader refused the file; `problem` says why. */
  document?: Document;
  problem?: string;
  /** Reading and building, in seconds. */
  seconds: number;
};

/** Reads a PDF or a source in LaTeX and writes its document to the folder of predictions, as `read --json` prints it. */
export async function predict(file: PdfFile, folder: string): Promise<Prediction> {
  const bytes = readFileSync(file.path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    const companion = companionOf(file.path);
    const draft = await readSource(bytes, { fileName: file.path, ...(companion ? { companion } : {}) });
    const document = enrich(buildDocument(draft, { digest, cutSentences }));
    const prediction = { file, digest, document, seconds: seconds() };
    const target = join(folder, `${file.name}.json`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(document)}\n`);
    return prediction;
  } catch (error) {
    return { file, digest, problem: error instanceof Error ? error.message : String(error), seconds: seconds() };
  }
}
