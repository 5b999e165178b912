import type { CausalModel, RunOptions } from '@askg/inference';
import type { BlockReader } from './block-reader.ts';
import { type MarkerIds, markerPositions } from './marker-positions.ts';
import type { BlockVectors } from './merge-blocks.ts';
import type { Projector } from './projector.ts';
import { projectAll } from './project-all.ts';
import { passageMarker, queryMarker } from './prompt.ts';

/** Reads all states in one pass of a model that gives them at any position, and projects them here. */
export class StatesReader implements BlockReader {
  readonly #model: CausalModel;
  readonly #projector: Projector;
  readonly #markers: MarkerIds;

  /** @throws InferenceError inference/unknown-token when the model's vocabulary has not the two markers */
  constructor(model: CausalModel, projector: Projector) {
    this.#model = model;
    this.#projector = projector;
    const { tokenizer } = model;
    this.#markers = { passage: tokenizer.tokenId(passageMarker), query: tokenizer.tokenId(queryMarker) };
  }

  async read(prompt: string, passages: number, options?: RunOptions): Promise<BlockVectors> {
    const ids = this.#model.tokenizer.encode(prompt);
    const at = markerPositions(ids, this.#markers, passages);
    const states = await this.#model.hiddenStates(ids, [...at.passages, at.query], options);
    return projectAll(this.#projector, states, passages);
  }

  close(): Promise<void> {
    return this.#model.close();
  }
}
