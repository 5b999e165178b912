import { Environment, embedderVariables } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { configuredEmbedderName, openConfiguredEmbedder, readEmbedderSettings } from './configured-embedder.ts';
import { defaultEmbedder } from './manifest/manifest.ts';
import { openModelStore } from './open-model-store.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const variables = Environment.pick(embedderVariables);
const read = (set: Record<string, string>) => readEmbedderSettings(variables.parse(set));
const served = { EMBEDDINGS_URL: 'http://127.0.0.1:9/v1', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_DIMENSIONS: '8' };

describe('the embedder that is set up', () => {
  it('is the default one, another of the models folder, or one behind a server', () => {
    expect(read({})).toEqual({ name: defaultEmbedder });
    expect(read({ ASKG_EMBEDDER: 'mine' })).toEqual({ name: 'mine' });
    const prefixed = { ...served, EMBEDDINGS_QUERY_PREFIX: 'query: ', EMBEDDINGS_API_KEY: 'k' };
    expect(read(prefixed)).toEqual({
      server: {
        baseUrl: 'http://127.0.0.1:9/v1',
        model: 'm',
        dimensions: 8,
        prefixes: { query: 'query: ', passage: '' },
        apiKey: 'k',
      },
      offline: false,
    });
    expect(configuredEmbedderName(read(served))).toBe('m');
  });

  it('is refused where the variables do not go together, and the one at fault is named', () => {
    expect(() => read({ ...served, EMBEDDINGS_MODEL: '' })).toThrow(/^EMBEDDINGS_MODEL: /);
    expect(() => read({ ...served, EMBEDDINGS_DIMENSIONS: '' })).toThrow(/^EMBEDDINGS_DIMENSIONS: /);
    expect(() => read({ ...served, ASKG_EMBEDDER: 'mine' })).toThrow(/^ASKG_EMBEDDER: /);
    expect(() => read({ EMBEDDINGS_URL: 'http://user:secret@host/' })).toThrow(/without a name and a password/);
    expect(() => read({ EMBEDDINGS_DIMENSIONS: 'many' })).toThrow(/a number/);
  });

  it('is not asked on another machine while askg is offline', async () => {
    const store = openModelStore(temporaryFolder());
    const here = await openConfiguredEmbedder(store, read({ ...served, ASKG_OFFLINE: '1' }));
    expect(here.model).toMatchObject({ name: 'm', dimensions: 8 });
    const there = read({ ...served, EMBEDDINGS_URL: 'http://gpu.example.org/v1', ASKG_OFFLINE: '1' });
    await expect(openConfiguredEmbedder(store, there)).rejects.toMatchObject({ code: 'inference/offline' });
  });
});
