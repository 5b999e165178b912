import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelEntry, ModelStore } from '@askg/inference';

const tiny = join(import.meta.dirname, '..', '..', '..', 'inference', 'src', 'testing', 'tiny', 'monot5');
const files = ['model.onnx', 'tokenizer.json'];

/** A T5 with random weights as one graph. */
const entry: ModelEntry = {
  name: 'tiny-monot5',
  kind: 'sequence-to-sequence-scorer',
  origin: 'made for tests',
  licence: 'Apache-2.0',
  maxTokens: 64,
  decoderStart: 0,
  answers: { relevant: { token: '▁true', id: 1176 }, other: { token: '▁false', id: 6136 } },
  files: files.map((name) => {
    const content = readFileSync(join(tiny, name));
    return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), sources: [] };
  }),
};

/** A store in a folder that knows the model `tiny-monot5`. */
export function monoT5Store(folder: string, { isHere = true }: { isHere?: boolean } = {}): ModelStore {
  const store = new ModelStore(folder, { models: [entry] });
  if (!isHere) return store;
  mkdirSync(join(folder, entry.name), { recursive: true });
  for (const name of files) cpSync(join(tiny, name), store.path(entry.name, name));
  return store;
}
