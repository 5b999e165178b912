import type { Document } from '@askg/contract';
import type { Embedder, ModelIdentity } from '@askg/inference';
import { passagesOf, searchableText, type VectorCache } from '@askg/retrieval';

/** The vectors of some papers' passages, for all the copies of them. */
export class CopiedVectors implements VectorCache {
  readonly #vectors = new Map<string, Float32Array>();

  static async of(embedder: Embedder, papers: readonly Document[]): Promise<CopiedVectors> {
    const copied = new CopiedVectors();
    const texts = textsOf(papers);
    for (let at = 0; at < texts.length; at += 32) {
      const batch = texts.slice(at, at + 32);
      const vectors = await embedder.embed('passage', batch);
      for (const [i, vector] of vectors.entries()) copied.#vectors.set(batch[i] ?? '', vector);
    }
    return copied;
  }

  get(_model: ModelIdentity, text: string): Float32Array | undefined {
    return this.#vectors.get(text);
  }
}

/** The passages of papers as a model sees them. */
export function textsOf(papers: readonly Document[]): string[] {
  const at = { base: 'http://localhost:3000/id/', key: '10.5555_copy', graphDigest: '0'.repeat(64) };
  return papers.flatMap((paper) => passagesOf(paper, at)).map(searchableText);
}
