/** Numbers of a vector, as many as the default model gives. */
export const dimensions = 384;

/**
 * Shares of a vector's length that all texts have in common, that texts of one subject, method and object share, and that
 * the few neighbours of a text share; the rest is its own.
 */
const shares = { common: 0.5, subject: 0.15, method: 0.12, object: 0.12, neighbours: 0.05 };
const kinds = { subject: 12, method: 100, object: 800 };
/** Texts that say nearly the same. */
const neighbours = 8;

/**
 * Vectors of texts without a model, the same for the same number. They were shaped after 12,000 vectors of scientific texts by
 * the default model, where two at random have a cosine of 0.57, a text and its nearest of 0.86, its hundredth of 0.75; as many of
 * these have 0.55, 0.83 and 0.73.
 */
export class SyntheticVectors {
  readonly #normals = normals(1 << 20);
  readonly #common = this.#direction(1);
  readonly #kinds = Object.values(kinds).map((count, i) =>
    Array.from({ length: count }, (_, kind) => this.#direction(10_000 * (i + 1) + kind)),
  );

  /** @param text its number @param more numbers of one text apart: 0 is the text, others are questions about it */
  of(text: number, more = 0): Float32Array {
    const random = generator(Math.imul(text + 1, 0x9e3779b1));
    const [subject, method, object] = this.#kinds.map((all) => skewed(all, random));
    const group = this.#direction(1_000_000 + Math.floor(text / neighbours));
    const own = this.#direction(Math.imul(text, 31) + Math.imul(more, 7919) + 77);
    const { common, neighbours: near } = shares;
    const rest = 1 - Object.values(shares).reduce((all, share) => all + share, 0);
    const weights = [common, shares.subject, shares.method, shares.object, near * random() * 2, rest].map(Math.sqrt);
    const parts = [this.#common, subject, method, object, group, own];
    return weightedSum(parts as Float32Array[], weights);
  }

  /** A stretch of a table of random numbers, which is as good as new ones. */
  #direction(seed: number): Float32Array {
    const at = Math.floor(generator(Math.imul(seed, 0x85ebca6b))() * (this.#normals.length - dimensions));
    return this.#normals.subarray(at, at + dimensions);
  }
}

/** Some kinds are far more common than others. */
function skewed<T>(all: readonly T[], random: () => number): T | undefined {
  return all[Math.floor(all.length * random() ** 3)];
}

function weightedSum(parts: readonly Float32Array[], weights: readonly number[]): Float32Array {
  const vector = new Float32Array(dimensions);
  let squares = 0;
  for (let k = 0; k < dimensions; k++) {
    let x = 0;
    for (let part = 0; part < parts.length; part++) {
      x += ((parts[part] as Float32Array)[k] as number) * (weights[part] as number);
    }
    vector[k] = x;
    squares += x * x;
  }
  const length = Math.sqrt(squares);
  for (let k = 0; k < dimensions; k++) vector[k] = (vector[k] as number) / length;
  return vector;
}

/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed numbers by the method of Box and Muller. */
function normals(count: number): Float32Array {
  const random = generator(1);
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}
