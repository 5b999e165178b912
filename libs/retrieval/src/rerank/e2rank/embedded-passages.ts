import type { Embedder } from '@askg/inference';
import { searchableText } from '../../passages/context-text.ts';
import type { VectorCache } from '../../vectors/vector-cache.ts';
import type { PassageVectors } from './passage-vectors.ts';
import { RememberedVectors } from './remembered-vectors.ts';

/**
 * The vectors of passages by any embedder, made of the text that the index embeds.
 * @param kept where the embedder's vectors of these texts may lie already
 */
export function embeddedPassages(embedder: Embedder, now: () => number, kept?: VectorCache): PassageVectors {
  return new RememberedVectors(embedder.model, {
    textOf: searchableText,
    encode: (texts, options) => embedder.embed('passage', texts, options),
    now,
    kept,
  });
}
