import type { Degraded } from '@askg/contract';
import { type Embedder, InferenceError, type TokenVectors } from '@askg/inference';
import { RetrievalError } from '../retrieval-error.ts';
import { checkVector } from '../vectors/check-vector.ts';

/** Milliseconds of the time for an answer that are kept back for searching by words, should the model be too slow. */
const reserveMs = 100;

export type QuestionVectors = { vector?: Float32Array; tokens?: TokenVectors; degraded: Degraded[] };

/** Embeds a question; whatever goes wrong, words can still be searched. @throws RetrievalError retrieval/cancelled */
export async function embedQuestion(
  embedder: Embedder,
  question: string,
  { signal, leftMs }: { signal?: AbortSignal; leftMs: number },
): Promise<QuestionVectors> {
  const options = {
    priority: 'question' as const,
    ...(signal ? { signal } : {}),
    ...(leftMs === Infinity ? {} : { deadlineMs: Math.max(0, leftMs - reserveMs) }),
  };
  try {
    const { vector, tokens } = await embedWithTokens(embedder, question, options);
    checkVector(vector, embedder.model);
    return { vector, ...(tokens ? { tokens } : {}), degraded: [] };
  } catch (error) {
    if (signal?.aborted) {
      throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause: error });
    }
    return { degraded: [wordsOnly(error instanceof Error ? error.message : String(error))] };
  }
}

async function embedWithTokens(
  embedder: Embedder,
  question: string,
  options: Parameters<Embedder['embed']>[2],
): Promise<{ vector: Float32Array; tokens?: TokenVectors }> {
  try {
    const [both] = await embedder.embedTokens('query', [question], options);
    if (both) return both;
  } catch (error) {
    if (!(error instanceof InferenceError && error.code === 'inference/no-token-vectors')) throw error;
  }
  const [vector] = await embedder.embed('query', [question], options);
  return { vector: vector ?? new Float32Array() };
}

/** The note that only words were searched. */
export function wordsOnly(reason: string): Degraded {
  return { step: 'retrieval', wanted: 'words and vectors', used: 'words', reason };
}
