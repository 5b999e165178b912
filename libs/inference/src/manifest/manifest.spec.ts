import { describe, expect, test } from '@jest/globals';
import { defaultEmbedder, defaultPairScorer, manifest } from './manifest.ts';

describe('the manifest', () => {
  test('names each model once and its defaults among them', () => {
    const names = manifest.models.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const kindOf = (name: string) => manifest.models.find((model) => model.name === name)?.kind;
    expect(kindOf(defaultEmbedder)).toBe('embedder');
    expect(kindOf(defaultPairScorer)).toBe('pair-scorer');
  });

  test('gives each model weights and a tokenizer', () => {
    for (const { files } of manifest.models) {
      expect(files.map(({ name }) => name)).toEqual(['model.onnx', 'tokenizer.json']);
    }
  });

  test('pins what it takes from a hub to a commit', () => {
    const sources = manifest.models.flatMap(({ files }) => files).flatMap((file) => file.sources);
    const urls = sources.flatMap((source) => (source.from === 'url' ? [source.url] : []));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(/^https:\/\/.*\/resolve\/[0-9a-f]{40}\//);
  });
});
