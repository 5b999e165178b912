import type { RunOptions } from '@askg/inference';
import type { BlockVectors } from './merge-blocks.ts';

/** What one prompt gives: vectors, or only scores where the model keeps its vectors to itself. */
export type BlockReading = BlockVectors | { scores: readonly number[] };

/** What reads a prompt of `listwisePrompt`, in one of the ways there are to run the model. */
export interface BlockReader {
  /** Why several blocks cannot be brought together; undefined when they can. */
  readonly oneBlockOnly?: string | undefined;

  /** Reads a prompt with so many passages; what it gives is in their order. Errors are `InferenceError`s. */
  read(prompt: string, passages: number, options?: RunOptions): Promise<BlockReading>;
  close(): Promise<void>;
}
