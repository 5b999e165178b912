import { Environment, rerankerVariables } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { readRerankerSettings } from './reranker-settings.ts';

const variables = Environment.pick(rerankerVariables);
const read = (set: Record<string, string>) => readRerankerSettings(variables.parse(set));
const remote = { ASKG_RERANKER: 'remote', RERANK_URL: 'http://127.0.0.1:9/v1', RERANK_MODEL: 'ranker' };

describe('the reranker that is set up', () => {
  it('is none unless one is named', () => {
    expect(read({})).toBeUndefined();
    expect(read({ ASKG_RERANKER: 'none', RERANK_URL: 'http://127.0.0.1:9' })).toBeUndefined();
  });

  it('is a model with what it is given', () => {
    expect(read({ ASKG_RERANKER: 'mine' })).toEqual({ name: 'mine', offline: false, deadlineMs: 8000 });
    const given = { ASKG_RERANKER_DEPTH: '20', ASKG_RERANKER_WEIGHT: '0.5', ASKG_RERANKER_SECONDS: '2.5' };
    expect(read({ ASKG_RERANKER: 'mine', ASKG_OFFLINE: '1', ...given })).toEqual({
      name: 'mine',
      offline: true,
      depth: 20,
      weight: 0.5,
      deadlineMs: 2500,
    });
  });

  it('is one behind a server, which needs an address and a name', () => {
    expect(read({ ...remote, RERANK_API_KEY: 'k' })).toMatchObject({
      name: 'ranker',
      remote: { kind: 'rerank', server: { baseUrl: 'http://127.0.0.1:9/v1', model: 'ranker', apiKey: 'k' } },
    });
    const kinds = ['remote-llm', 'remote-e2rank', 'remote-jina'].map(
      (name) =>
        read({ ...remote, ASKG_RERANKER: name, RERANK_DIMENSIONS: '64', RERANK_PROJECTOR: 'p.safetensors' })?.remote,
    );
    expect(kinds.map((each) => each?.kind)).toEqual(['llm', 'e2rank', 'jina']);
    expect(kinds.at(-1)).toMatchObject({ dimensions: 64, projector: 'p.safetensors' });
    expect(() => read({ ...remote, ASKG_RERANKER: 'remote-e2rank' })).toThrow(/^RERANK_DIMENSIONS: /);
    expect(() => read({ ...remote, ASKG_RERANKER: 'remote-jina', RERANK_DIMENSIONS: '64' })).toThrow(
      /^RERANK_PROJECTOR: /,
    );
    expect(() => read({ ...remote, RERANK_URL: '' })).toThrow(/^RERANK_URL: /);
    expect(() => read({ ...remote, RERANK_MODEL: '' })).toThrow(/^RERANK_MODEL: /);
    expect(() => read({ ...remote, RERANK_URL: 'gpu' })).toThrow(/an address of the web/);
    expect(() => read({ ASKG_RERANKER_WEIGHT: '-1' })).toThrow(/a number/);
  });
});
