import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FloatTensor, InferenceError, readTensor } from '@askg/inference';

/**
 * What turns hidden states into the vectors whose cosine is the score: a linear layer, ReLU, a linear layer, none with a bias.
 * A state that is k times as long (k > 0) gives a vector that is k times as long.
 */
export class Projector {
  readonly #first: Layer;
  readonly #second: Layer;

  /** @throws Error when the shapes do not fit each other */
  constructor(first: FloatTensor, second: FloatTensor) {
    this.#first = layer(first);
    this.#second = layer(second);
    if (this.#first.outputs !== this.#second.inputs) {
      throw new Error(`A layer of ${this.#first.outputs} outputs does not fit one of ${this.#second.inputs} inputs.`);
    }
  }

  /** Length of the states that it takes: the hidden size of its model. */
  get inputs(): number {
    return this.#first.inputs;
  }

  /** The vector of a state of `inputs` numbers. */
  project(state: Float32Array): Float32Array {
    if (state.length !== this.inputs) throw new Error(`A state of ${state.length} numbers is none of ${this.inputs}.`);
    const hidden = multiply(this.#first, state);
    for (let k = 0; k < hidden.length; k++) hidden[k] = Math.max(0, hidden[k] ?? 0);
    return multiply(this.#second, hidden);
  }
}

/**
 * Reads the projector from a safetensors file with the tensors `projector.0.weight` and `projector.2.weight`, each [outputs,
 * inputs]; the sizes are taken from them, since the model's own papers disagree.
 * @param digest SHA-256 in hex that the file must have, where it is known
 * Errors: `inference/damaged-model` when there is no such file or it is of another form.
 */
export async function readProjector(path: string, digest?: string): Promise<Projector> {
  try {
    const file = await readFile(path);
    if (digest !== undefined && createHash('sha256').update(file).digest('hex') !== digest) {
      throw new Error('it is not the file the manifest names.');
    }
    return new Projector(readTensor(file, 'projector.0.weight'), readTensor(file, 'projector.2.weight'));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new InferenceError('inference/damaged-model', `The projector ${path}: ${detail}`, { cause: error });
  }
}

type Layer = { outputs: number; inputs: number; weights: Float32Array };

function layer({ shape, data }: FloatTensor): Layer {
  const [outputs, inputs, ...more] = shape;
  if (outputs === undefined || inputs === undefined || more.length > 0 || data.length === 0) {
    throw new Error(`A layer's weights have two axes, not the shape [${shape.join(', ')}].`);
  }
  return { outputs, inputs, weights: data };
}

function multiply({ outputs, inputs, weights }: Layer, vector: Float32Array): Float32Array {
  const product = new Float32Array(outputs);
  for (let row = 0; row < outputs; row++) {
    const start = row * inputs;
    let sum = 0;
    for (let k = 0; k < inputs; k++) sum += (weights[start + k] ?? 0) * (vector[k] ?? 0);
    product[row] = sum;
  }
  return product;
}
