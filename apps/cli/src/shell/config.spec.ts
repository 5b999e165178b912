import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the address of a GROBID service', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['is none by default', {}, undefined],
    ['is none when it is set to nothing', { GROBID_URL: '' }, undefined],
    ['is as it was set', { GROBID_URL: 'http://grobid.example:8070' }, 'http://grobid.example:8070'],
    ['is not used offline', { GROBID_URL: 'http://grobid.example:8070', ASKG_OFFLINE: '1' }, undefined],
    ['is used offline on this machine', { GROBID_URL: 'http://[::1]:8070', ASKG_OFFLINE: '1' }, 'http://[::1]:8070'],
  ])('%s', (_, environment, url) => expect(readConfig(environment).grobidUrl).toBe(url));

  it.each(['grobid', 'file:///etc/passwd'])('cannot be %s', (url) =>
    expect(() => readConfig({ GROBID_URL: url })).toThrow(expect.objectContaining({ code: 'cli/bad-configuration' })),
  );
});

describe('the models that find and order', () => {
  const served = { EMBEDDINGS_URL: 'http://127.0.0.1:1/v1', EMBEDDINGS_MODEL: 'e', EMBEDDINGS_DIMENSIONS: '8' };

  it('are as they were set', () => {
    const config = readConfig({ ...served, ASKG_RERANKER: 'mine', ASKG_NONCOMMERCIAL: '1' });
    expect(config).toMatchObject({ noncommercial: true, embedder: { server: { model: 'e', dimensions: 8 } } });
    expect(config.reranker.ASKG_RERANKER).toBe('mine');
    expect(readConfig({})).toMatchObject({ noncommercial: false, embedder: { name: 'bge-small-en-v1.5-int8' } });
  });

  it.each([
    [{ ...served, EMBEDDINGS_MODEL: '' }, 'EMBEDDINGS_MODEL'],
    [{ ...served, ASKG_EMBEDDER: 'mine' }, 'ASKG_EMBEDDER'],
    [{ RERANK_URL: 'http://me:secret@host/' }, 'RERANK_URL'],
    [{ ASKG_RERANKER_SECONDS: 'long' }, 'ASKG_RERANKER_SECONDS'],
  ])('cannot be %j: %s is at fault', (environment, variable) =>
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code: 'cli/bad-configuration', message: expect.stringContaining(variable) }),
    ),
  );
});
