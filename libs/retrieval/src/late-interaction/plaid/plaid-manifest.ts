import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelIdentity } from '@askg/inference';
import { toRetrievalError } from '../../engine-errors.ts';
import { RetrievalError } from '../../retrieval-error.ts';
import { writeWhole } from '../whole-file.ts';

/** What an index consists of. Replacing this file is the commit: before it nothing has changed, after it everything has. */
export type PlaidManifest = {
  format: 2;
  /** Whose vectors it holds. */
  model: PlaidModel;
  /** File of the codec. */
  codec: string;
  /** Number that the next file gets. */
  next: number;
  segments: readonly SegmentEntry[];
};
/** What tells a model from others: vectors of different weights or settings are never compared. */
export type PlaidModel = Pick<ModelIdentity, 'name' | 'digest' | 'dimensions'>;
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

/** @throws RetrievalError retrieval/wrong-vector where the index holds vectors of another model */
export function checkModel({ model: held }: PlaidManifest, model: PlaidModel): void {
  if (held.digest === model.digest && held.name === model.name && held.dimensions === model.dimensions) return;
  const detail = `The index holds vectors of ${nameOf(held)}, not of ${nameOf(model)}.`;
  throw new RetrievalError('retrieval/wrong-vector', detail);
}

function nameOf({ name, digest, dimensions }: PlaidModel): string {
  return `${name} (${dimensions} dimensions, ${digest.slice(0, 12)})`;
}

/** A manifest may name files of its own folder only. */
const fileName = /^(?:codec|segment)-\d+\.bin$/;

function isManifest(value: unknown): value is PlaidManifest {
  const { format, model, codec, next, segments } = Object(value) as { [K in keyof PlaidManifest]: unknown };
  return (
    format === 2 &&
    isModel(model) &&
    isFileName(codec) &&
    typeof next === 'number' &&
    Array.isArray(segments) &&
    segments.every((entry: unknown) => {
      const { file, removed } = Object(entry) as { [K in keyof SegmentEntry]: unknown };
      return isFileName(file) && Array.isArray(removed) && removed.every((place) => Number.isInteger(place));
    })
  );
}

function isModel(value: unknown): boolean {
  const { name, digest, dimensions } = Object(value) as { [K in keyof PlaidModel]: unknown };
  return typeof name === 'string' && typeof digest === 'string' && Number.isInteger(dimensions);
}

function isFileName(value: unknown): boolean {
  return typeof value === 'string' && fileName.test(value);
}
