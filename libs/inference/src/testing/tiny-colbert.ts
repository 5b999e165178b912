import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelStore } from '../fetch/model-store.ts';
import { ModelEntry, type MultiVectorEntry } from '../manifest/model-entry.ts';
import { fileEntry } from './tiny-models.ts';

const tiny = join(import.meta.dirname, 'tiny', 'colbert');

type Encoded = { text: string; kind: 'query' | 'passage'; ids: number[]; attention: number[] };
type Expected = {
  queries: Encoded[];
  passages: Encoded[];
  /** Ids that passages leave out by the first piece of each sign, and by whole tokens. */
  skipped: number[];
  wholeTokenSkipped: number[];
  /** Rows of each text as base64 of 32-bit floats, and the sum of the best products of each query with each passage. */
  heads: { dimensions: number; queries: string[]; passages: string[]; scores: number[][] }[];
};
export type Family = 'bert' | 'rotary';

/** What `tiny/make_tiny_colbert.py` computed by torch for the two encoders it made. */
export const colbertExpected = JSON.parse(readFileSync(join(tiny, 'expected.json'), 'utf8')) as Record<
  Family,
  Expected
>;

const cards = JSON.parse(readFileSync(join(tiny, 'cards.json'), 'utf8')) as { name: string }[];

/** The manifest's entry of a tiny encoder. */
export function colbertEntry(family: Family | 'blind', changes: Partial<MultiVectorEntry> = {}): MultiVectorEntry {
  const name = `tiny-${family}`;
  const from = join(tiny, family);
  const files = readdirSync(from).map((file) => fileEntry(file, join(from, file)));
  const entry = ModelEntry.parse({ ...cards.find((card) => card.name === name), files });
  if (entry.kind !== 'multi-vector-encoder') throw new Error(`${name} is a ${entry.kind}.`);
  return { ...entry, ...changes };
}

export function colbertTokenizer(family: Family): object {
  return JSON.parse(readFileSync(join(tiny, family, 'tokenizer.json'), 'utf8')) as object;
}

/** A store in an empty folder in which the files of the tiny encoders are, under the names of these entries. */
export function colbertStore(folder: string, models: readonly MultiVectorEntry[]): ModelStore {
  const store = new ModelStore(folder, { models, noncommercial: true });
  for (const { name } of models) {
    cpSync(join(tiny, name.replace('tiny-', '')), join(store.folder, name), { recursive: true });
  }
  return store;
}

export function floatsOf(base64: string | undefined): Float32Array {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}
