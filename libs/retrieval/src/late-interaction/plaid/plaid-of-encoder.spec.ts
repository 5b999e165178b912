import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EncodedText, type MultiVectorEncoder, openMultiVectorEncoder } from '@askg/inference';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { colbertStore } from '../../testing/tiny-colbert.ts';
import { maxSimScorer } from '../max-sim.ts';
import { sampleTokens } from '../residual/sample-tokens.ts';
import { trainCodec } from '../residual/train-codec.ts';
import { PlaidIndex } from './plaid-index.ts';
import { PlaidWriter } from './plaid-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'plaid-encoder-'));
const index = join(folder, 'index');
const encoders: MultiVectorEncoder[] = [];
beforeAll(async () => {
  const store = colbertStore(folder);
  encoders.push(await openMultiVectorEncoder(store, 'tiny-rotary', { dimensions: 64 }));
  encoders.push(await openMultiVectorEncoder(store, 'tiny-bert'));
});
afterAll(async () => {
  await Promise.all(encoders.map((encoder) => encoder.close()));
  rmSync(folder, { recursive: true });
});

const words = ['cat', 'dog', 'paper', 'graph', 'query', 'answer', 'the', 'of', 'is', 'sat'];
const texts = Array.from({ length: 90 }, (_, i) => `${words[i % 10]} ${words[(i * 7) % 9]} ${words[(i * 3) % 8]}`);

it('a PLAID index of an encoder’s vectors ranks nearly as exact MaxSim does, and meets no others', async () => {
  const [encoder, other] = encoders as [MultiVectorEncoder, MultiVectorEncoder];
  const encoded = await encoder.encodePassages(texts);
  const codec = await trainCodec(sampleTokens(encoded, 400), { centroids: 32, bits: 4 });
  const writer = await PlaidWriter.create(index, codec, encoder.model);
  await writer.add(encoded.map((tokens, i) => ({ id: String(i), tokens })));
  const opened = await PlaidIndex.open(index, encoder.model);
  const [query] = (await encoder.encodeQuery(['what is the answer of the cat'])) as [EncodedText];
  const score = maxSimScorer(query);
  const exact = new Map(encoded.map((tokens, i) => [String(i), score(tokens) ?? 9]));
  const hits = await opened?.search(query, { limit: 90, cells: 32, threshold: -Infinity, documents: 400 });
  expect(hits).toHaveLength(90);
  for (const hit of hits ?? []) expect(Math.abs(hit.score - (exact.get(hit.id) ?? 9))).toBeLessThan(0.02);
  await opened?.close();
  await expect(PlaidIndex.open(index, other.model)).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
  const sameLength = { ...encoder.model, digest: other.model.digest };
  await expect(PlaidWriter.open(index, sameLength)).rejects.toMatchObject({ code: 'retrieval/wrong-vector' });
});
