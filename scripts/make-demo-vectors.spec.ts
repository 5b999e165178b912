import { ModelStore, defaultEmbedder } from '@askg/inference';
import { VectorFile } from '@askg/retrieval';
import { describe, expect, it } from '@jest/globals';
import { demoTexts, vectorsFile } from './make-demo-vectors.ts';

describe('The vectors of the demo papers', () => {
  it('are there for every passage (node --conditions=source scripts/make-demo-vectors.ts)', async () => {
    const entry = new ModelStore('').entry(defaultEmbedder);
    const weights = entry.files.find(({ name }) => name === 'model.onnx')?.sha256 ?? '';
    const model = { name: entry.name, digest: weights, dimensions: 384, maxTokens: entry.maxTokens };
    const file = VectorFile.read(vectorsFile);
    const texts = await demoTexts();
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => file.get(model, text) === undefined)).toEqual([]);
    expect(file.size).toBe(texts.length);
  });
});
