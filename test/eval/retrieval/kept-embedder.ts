import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder, ModelIdentity, RunOptions, TextKind, TextVectors } from '@askg/inference';

/** Steps of a number of a unit vector, which is between -1 and 1; a cosine comes out the same to four places. */
const steps = 32_767;

/**
 * An embedder that embeds each passage once: its vectors are kept in a file named after model and text. A collection takes
 * minutes to hours to embed, and the index over it is made anew whenever its form changes. Questions are embedded each time.
 */
export class KeptEmbedder implements Embedder {
  readonly model: ModelIdentity;
  readonly #embedder: Embedder;
  readonly #folder: string;

  constructor(embedder: Embedder, folder: string) {
    this.model = embedder.model;
    this.#embedder = embedder;
    this.#folder = folder;
  }

  async embed(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<Float32Array[]> {
    if (kind === 'query') return this.#embedder.embed(kind, texts, options);
    return (await this.embedTokens(kind, texts, options)).map(({ vector }) => vector);
  }

  async embedTokens(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<TextVectors[]> {
    if (kind === 'query') return this.#embedder.embedTokens(kind, texts, options);
    const kept = texts.map((text) => this.#read(text));
    const missing = texts.filter((_, i) => kept[i] === undefined);
    const made = (missing.length > 0 ? await this.#embedder.embedTokens(kind, missing, options) : []).values();
    return texts.flatMap((text, i) => {
      const known = kept[i];
      if (known) return [known];
      const fresh = made.next().value;
      if (!fresh) return [];
      return [fromSteps(this.#write(text, fresh), this.model)];
    });
  }

  close(): Promise<void> {
    return this.#embedder.close();
  }

  #read(text: string): TextVectors | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#path(text));
    } catch {
      return undefined;
    }
    return fromSteps(new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2), this.model);
  }

  /** The text's vector, then those of its tokens; there whole or not at all. */
  #write(text: string, { vector, tokens }: TextVectors): Int16Array {
    const numbers = new Int16Array(vector.length + tokens.data.length);
    putSteps(vector, numbers, 0);
    putSteps(tokens.data, numbers, vector.length);
    const path = this.#path(text);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(`${path}.new`, numbers);
    renameSync(`${path}.new`, path);
    return numbers;
  }

  #path(text: string): string {
    const key = createHash('sha256').update(`${this.model.digest}\npassage\n${text}`).digest('hex');
    return join(this.#folder, key.slice(0, 2), `${key.slice(2, 40)}.vectors`);
  }
}

/** Loops rather than `from` with a function: there are a hundred million numbers, and it takes a tenth of the time. */
function putSteps(numbers: Float32Array, into: Int16Array, at: number): void {
  for (let i = 0; i < numbers.length; i++) into[at + i] = Math.round((numbers[i] as number) * steps);
}

function fromSteps(numbers: Int16Array, { dimensions }: ModelIdentity): TextVectors {
  const rows = new Float32Array(numbers.length);
  for (let i = 0; i < rows.length; i++) rows[i] = (numbers[i] as number) / steps;
  const data = rows.subarray(dimensions);
  return { vector: rows.slice(0, dimensions), tokens: { count: data.length / dimensions, dimensions, data } };
}
