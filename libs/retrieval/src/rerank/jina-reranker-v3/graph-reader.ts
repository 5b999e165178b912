import type { ListwiseScorer, RunOptions } from '@askg/inference';
import type { BlockReader, BlockReading } from './block-reader.ts';
import { type MarkerIds, markerPositions } from './marker-positions.ts';
import { passageMarker, queryMarker } from './prompt.ts';

const withoutVectors = 'The model gives scores without vectors, of which blocks cannot be merged.';

/** Reads a prompt in one pass of a graph that holds the projector, and takes its vectors, or its scores where it gives no more. */
export class GraphReader implements BlockReader {
  readonly oneBlockOnly: string | undefined;
  readonly #scorer: ListwiseScorer;
  readonly #markers: MarkerIds;

  /** @throws InferenceError inference/unknown-token when the model's vocabulary has not the two markers */
  constructor(scorer: ListwiseScorer) {
    this.#scorer = scorer;
    const { tokenizer } = scorer;
    this.#markers = { passage: tokenizer.tokenId(passageMarker), query: tokenizer.tokenId(queryMarker) };
    if (!scorer.givesVectors) this.oneBlockOnly = withoutVectors;
  }

  async read(prompt: string, passages: number, options?: RunOptions): Promise<BlockReading> {
    const ids = this.#scorer.tokenizer.encode(prompt);
    const at = markerPositions(ids, this.#markers, passages);
    const { scores, vectors } = await this.#scorer.score({ ids, ...at }, options);
    return vectors ?? { scores: [...scores] };
  }

  close(): Promise<void> {
    return this.#scorer.close();
  }
}
