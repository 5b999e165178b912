import type { Rows } from '../pooling.ts';
import type { FloatTensor } from '../../safetensors.ts';

/** A linear layer without bias: each row x becomes W x. */
export class Projection {
  readonly dimensions: number;
  readonly #width: number;
  readonly #weights: Float32Array;

  /** @param weights W, one row a dimension. Throws when they are no matrix of that many rows. */
  constructor({ shape, data }: FloatTensor, dimensions: number) {
    const [rows, width] = shape;
    if (shape.length !== 2 || rows !== dimensions || width === undefined) {
      throw new Error(`The head has the shape ${shape.join(' × ')}, not ${dimensions} rows.`);
    }
    this.dimensions = dimensions;
    this.#width = width;
    this.#weights = data;
  }

  apply({ count, dimensions: width, data }: Rows): Rows {
    if (width !== this.#width) {
      throw new Error(`The head takes rows of ${this.#width} numbers, and the model gives rows of ${width}.`);
    }
    const projected = new Float32Array(count * this.dimensions);
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < this.dimensions; column++) {
        let sum = 0;
        for (let k = 0; k < width; k++) {
          sum += (data[row * width + k] as number) * (this.#weights[column * width + k] as number);
        }
        projected[row * this.dimensions + column] = sum;
      }
    }
    return { count, dimensions: this.dimensions, data: projected };
  }
}
