import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelEntry, type ModelFile, ModelStore } from '@askg/inference';

const tiny = join(import.meta.dirname, '..', '..', '..', 'inference', 'src', 'testing', 'tiny', 'colbert');

const cards = JSON.parse(readFileSync(join(tiny, 'cards.json'), 'utf8')) as Omit<ModelEntry, 'files'>[];

type Expected = {
  queries: { text: string }[];
  passages: { text: string }[];
  /** The sum of the best products of each query with each passage, by the model's first head. */
  heads: { scores: number[][] }[];
};

/** What torch computed for the tiny encoder that is like ColBERTv2. */
export const colbertExpected = (JSON.parse(readFileSync(join(tiny, 'expected.json'), 'utf8')) as { bert: Expected })
  .bert;

/** A store in a folder that knows the tiny encoders `tiny-bert` and `tiny-rotary`; their files are copied there. */
export function colbertStore(folder: string): ModelStore {
  const models = cards.map((card) => {
    const from = join(tiny, card.name.replace('tiny-', ''));
    cpSync(from, join(folder, card.name), { recursive: true });
    return { ...card, files: readdirSync(from).map((name) => describeFile(name, join(from, name))) } as ModelEntry;
  });
  return new ModelStore(folder, { models, noncommercial: true });
}

function describeFile(name: string, path: string): ModelFile {
  const content = readFileSync(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, bytes: content.length, sha256, sources: [] };
}
