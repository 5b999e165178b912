import { createHash } from 'node:crypto';
import type { ModelIdentity } from '@askg/inference';

/** Vectors of texts that were embedded before. A miss costs time, nothing else. */
export interface VectorCache {
  /** The vector that this model gave for this text. */
  get(model: ModelIdentity, text: string): Float32Array | undefined;
}

/** What a cached vector is kept under: 16 bytes of the SHA-256 of the model's digest and the text. */
export function cacheKey({ digest }: Pick<ModelIdentity, 'digest'>, text: string): string {
  return createHash('sha256').update(digest).update('\n').update(text).digest('hex').slice(0, 32);
}
