import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from '@askg/contract';
import { buildDocument, cutSentences, detectFormat, enrich, readSource } from '@askg/ddm';
import { companionOf } from './companion-of.ts';
import type { PdfFile } from './pairs.ts';

export type Prediction = {
  file: PdfFile;
  digest: string;
  /** Undefined where the reader refused the file; `problem` says why. */
  document?: Document;
  problem?: string;
  /** Reading and building, in seconds on the clock. */
  seconds: number;
  /** The same of processor time: a machine that is shared does not change it much. */
  processorSeconds: number;
};

/** Reads a file, with what stands beside it as ingest would, and writes its document to the folder of predictions, as `read --json` prints it. */
export async function predict(file: PdfFile, folder: string): Promise<Prediction> {
  const bytes = readFileSync(file.path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const start = performance.now();
  const used = process.cpuUsage();
  const times = (): Pick<Prediction, 'seconds' | 'processorSeconds'> => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 };
  };
  try {
    const format = detectFormat(bytes, file.path);
    const companion = format === undefined ? undefined : companionOf(file.path, bytes, format);
    const draft = await readSource(bytes, { fileName: file.path, ...(companion ? { companion } : {}) });
    const document = enrich(buildDocument(draft, { digest, cutSentences }));
    const prediction = { file, digest, document, ...times() };
    const target = join(folder, `${file.name}.json`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(document)}\n`);
    return prediction;
  } catch (error) {
    return { file, digest, problem: error instanceof Error ? error.message : String(error), ...times() };
  }
}
