import type { ModelIdentity, TokenVectors } from '@askg/inference';
import { RetrievalError } from '../retrieval-error.ts';

/** @throws RetrievalError retrieval/wrong-vector when the vector cannot be one of this model */
export function checkVector(vector: Float32Array, { name, dimensions }: ModelIdentity): void {
  if (vector.length !== dimensions) {
    throw new RetrievalError(
      'retrieval/wrong-vector',
      `A vector of ${vector.length} numbers was given for ${name}, whose vectors have ${dimensions}.`,
    );
  }
  checkNumbers(vector, name);
}

/** @throws RetrievalError retrieval/wrong-vector when these cannot be token vectors of this model */
export function checkTokens({ count, dimensions, data }: TokenVectors, model: ModelIdentity): void {
  if (dimensions !== model.dimensions || data.length !== count * dimensions) {
    throw new RetrievalError(
      'retrieval/wrong-vector',
      `${model.name} gave ${data.length} numbers for ${count} tokens of ${model.dimensions} dimensions.`,
    );
  }
  checkNumbers(data, model.name);
}

function checkNumbers(data: Float32Array, name: string): void {
  if (data.every(Number.isFinite)) return;
  throw new RetrievalError('retrieval/wrong-vector', `${name} gave a vector that holds something that is no number.`);
}
