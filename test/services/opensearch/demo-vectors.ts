import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultEmbedder, type Embedder, InferenceError, type ModelIdentity } from '@askg/inference';
import { type VectorCache, VectorFile } from '@askg/retrieval';

const root = join(import.meta.dirname, '..', '..', '..');

/** The vectors of the demo papers, which were computed before. */
export const demoVectors: VectorCache = VectorFile.read(join(root, 'demo', 'vectors.bin'));

/** The default model without its weights: it stands for the vectors that are cached, and makes none. */
export const cachedEmbedder: Embedder = {
  model: identity(),
  embed: async () => {
    throw new InferenceError('inference/model-failed', 'There are no weights here.');
  },
  embedTokens: async () => {
    throw new InferenceError('inference/no-token-vectors', 'There are no weights here.');
  },
  close: async () => undefined,
};

function identity(): ModelIdentity {
  type Entry = { name: string; dimensions: number; maxTokens: number; files: { name: string; sha256: string }[] };
  const text = readFileSync(join(root, 'libs', 'inference', 'models.json'), 'utf8');
  const { models } = JSON.parse(text) as { models: Entry[] };
  const entry = models.find(({ name }) => name === defaultEmbedder);
  const digest = entry?.files.find(({ name }) => name === 'model.onnx')?.sha256;
  if (entry === undefined || digest === undefined) throw new Error('The manifest has no default model.');
  return { name: entry.name, digest, dimensions: entry.dimensions, maxTokens: entry.maxTokens };
}
