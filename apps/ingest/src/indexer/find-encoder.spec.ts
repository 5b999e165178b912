import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { encoderOf, findEncoder } from './find-encoder.ts';
import type { IndexerReport } from './indexer-messages.ts';

describe('The encoder whose vectors of passages are stored', () => {
  it('is the reranker that is set up, when it is to be stored', () => {
    const stored = { ASKG_RERANKER: 'colbertv2.0', ASKG_RERANKER_STORED: '1' };
    expect(encoderOf(stored)).toEqual({ name: 'colbertv2.0', noncommercial: false });
    expect(encoderOf({ ...stored, ASKG_NONCOMMERCIAL: '1' })).toEqual({ name: 'colbertv2.0', noncommercial: true });
  });

  it.each([
    {},
    { ASKG_RERANKER: 'colbertv2.0' },
    { ASKG_RERANKER_STORED: '1' },
    { ASKG_RERANKER: 'none', ASKG_RERANKER_STORED: '1' },
    { ASKG_RERANKER: '', ASKG_RERANKER_STORED: '1' },
  ])('is none with %j', (environment) => {
    expect(encoderOf(environment)).toBeUndefined();
  });

  it.each([
    ['nowhere', 'inference/unknown-model'],
    ['bge-small-en-v1.5-int8', 'inference/wrong-kind'],
  ])('is told to be missing when it cannot be opened: %s', async (name, code) => {
    const models = await mkdtemp(join(tmpdir(), 'askg-encoder-'));
    const said: IndexerReport[] = [];
    const encoder = { name, noncommercial: false };
    expect(await findEncoder({ models, encoder, threads: 1 }, (report) => said.push(report))).toBeUndefined();
    expect(said).toMatchObject([{ type: 'no-tokens', problem: { code } }]);
    await rm(models, { recursive: true });
  });

  it('is none, without a word, when none is asked for', async () => {
    const said: IndexerReport[] = [];
    expect(await findEncoder({ models: '/nowhere', threads: 1 }, (report) => said.push(report))).toBeUndefined();
    expect(said).toEqual([]);
  });
});
