import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toRetrievalError } from '../../engine-errors.ts';
import { RetrievalError } from '../../retrieval-error.ts';
import { writeWhole } from '../whole-file.ts';

/** What an index consists of. Replacing this file is the commit: before it nothing has changed, after it everything has. */
export type PlaidManifest = {
  format: 1;
  /** File of the codec. */
  codec: string;
  /** Number that the next file gets. */
  next: number;
  segments: readonly SegmentEntry[];
};
/** A segment's file and the places of its documents that were removed since. */
export type SegmentEntry = { file: string; removed: readonly number[] };

export const manifestName = 'plaid.json';

export async function writeManifest(folder: string, manifest: PlaidManifest): Promise<void> {
  await writeWhole(folder, manifestName, [Buffer.from(`${JSON.stringify(manifest)}\n`)]);
}

/** @returns undefined where no index was begun @throws RetrievalError retrieval/damaged-index */
export async function readManifest(folder: string): Promise<PlaidManifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw toRetrievalError(error);
  }
  try {
    const manifest: unknown = JSON.parse(text);
    if (isManifest(manifest)) return manifest;
  } catch (error) {
    throw new RetrievalError('retrieval/damaged-index', `${manifestName} is not JSON.`, { cause: error });
  }
  throw new RetrievalError('retrieval/damaged-index', `${manifestName} is of another format.`);
}

/** A manifest may name files of its own folder only. */
const fileName = /^(?:codec|segment)-\d+\.bin$/;

function isManifest(value: unknown): value is PlaidManifest {
  const { format, codec, next, segments } = Object(value) as { [K in keyof PlaidManifest]: unknown };
  return (
    format === 1 &&
    isFileName(codec) &&
    typeof next === 'number' &&
    Array.isArray(segments) &&
    segments.every((entry: unknown) => {
      const { file, removed } = Object(entry) as { [K in keyof SegmentEntry]: unknown };
      return isFileName(file) && Array.isArray(removed) && removed.every((place) => Number.isInteger(place));
    })
  );
}

function isFileName(value: unknown): boolean {
  return typeof value === 'string' && fileName.test(value);
}
