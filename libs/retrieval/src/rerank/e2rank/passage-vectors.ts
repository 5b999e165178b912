import type { ModelIdentity, RunOptions } from '@askg/inference';
import type { Passage } from '../../passages/passage.ts';
import { RetrievalError } from '../../retrieval-error.ts';

/** Vectors of unit length in the order of the passages, undefined for those that could not be had, and then why. */
export type GivenVectors = { vectors: (Float32Array | undefined)[]; missing?: string };

/** Vectors of passages that one model made, kept or made now. */
export interface PassageVectors {
  readonly model: ModelIdentity;
  /** It never fails for want of time or of the model; it throws `retrieval/cancelled` when the signal is aborted. */
  vectors(passages: readonly Passage[], options?: RunOptions): Promise<GivenVectors>;
}

/** @throws RetrievalError retrieval/wrong-vector when the vectors of two models would meet */
export function checkSameModel(one: ModelIdentity, other: ModelIdentity): void {
  if (one.digest === other.digest && one.dimensions === other.dimensions) return;
  const named = ({ name, digest, dimensions }: ModelIdentity): string =>
    `${name} (${digest.slice(0, 12)}, ${dimensions} dimensions)`;
  throw new RetrievalError(
    'retrieval/wrong-vector',
    `Vectors of ${named(other)} cannot be compared with those of ${named(one)}: both must come from the same weights.`,
  );
}
