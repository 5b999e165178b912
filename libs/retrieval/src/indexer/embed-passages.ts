import { type Embedder, InferenceError, type TokenVectors } from '@askg/inference';
import { searchableText } from '../passages/context-text.ts';
import type { Passage } from '../passages/passage.ts';
import { RetrievalError } from '../retrieval-error.ts';
import { checkTokens, checkVector } from '../vectors/check-vector.ts';

/** Vectors of some passages, in their order; `tokens` is absent where the model gives none. */
export type Embedded = { vectors: Float32Array[]; tokens?: TokenVectors[] };

/** Embeds passages with their context, in the background. @throws InferenceError; RetrievalError retrieval/wrong-vector */
export async function embedPassages(
  embedder: Embedder,
  passages: readonly Passage[],
  signal: AbortSignal | undefined,
): Promise<Embedded> {
  const texts = passages.map(searchableText);
  const options = { priority: 'background' as const, ...(signal ? { signal } : {}) };
  const embedded = await withTokens(embedder, texts, options);
  for (const given of [embedded.vectors, embedded.tokens ?? embedded.vectors]) {
    if (given.length !== texts.length) {
      const detail = `${embedder.model.name} gave ${given.length} vectors for ${texts.length} texts.`;
      throw new RetrievalError('retrieval/wrong-vector', detail);
    }
  }
  for (const vector of embedded.vectors) checkVector(vector, embedder.model);
  for (const tokens of embedded.tokens ?? []) checkTokens(tokens, embedder.model);
  return embedded;
}

async function withTokens(
  embedder: Embedder,
  texts: readonly string[],
  options: Parameters<Embedder['embed']>[2],
): Promise<Embedded> {
  try {
    const both = await embedder.embedTokens('passage', texts, options);
    return { vectors: both.map(({ vector }) => vector), tokens: both.map(({ tokens }) => tokens) };
  } catch (error) {
    if (!(error instanceof InferenceError && error.code === 'inference/no-token-vectors')) throw error;
    return { vectors: await embedder.embed('passage', texts, options) };
  }
}
