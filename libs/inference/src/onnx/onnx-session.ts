import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Rows } from './pooling.ts';
import { sessionOptions } from './session-options.ts';
import type { Encoding } from './text-tokenizer.ts';

/** A BERT-like model in memory that reads one text a run. */
export class OnnxSession {
  readonly #session: InferenceSession;
  readonly #output: string;

  private constructor(session: InferenceSession, output: string) {
    this.#session = session;
    this.#output = output;
  }

  /**
   * Loads a model from a file. Throws when it is no ONNX model, takes other inputs than a BERT-like one, or has no such output.
   * @param wanted name of the output that is read; its first when not given
   */
  static async load(path: string, wanted?: string): Promise<OnnxSession> {
    const session = await InferenceSession.create(path, sessionOptions());
    const unknown = session.inputNames.filter((name) => !(name in makers));
    const output = wanted ?? session.outputNames[0];
    if (wanted !== undefined && !session.outputNames.includes(wanted)) {
      throw new Error(`The model has no output ${wanted}, only ${session.outputNames.join(', ')}.`);
    }
    if (unknown.length > 0 || output === undefined) {
      throw new Error(`The model wants inputs that a text encoder has not: ${unknown.join(', ')}.`);
    }
    return new OnnxSession(session, output);
  }

  /** The model's output for one text, as rows: one a token from an encoder, a single one from a pair scorer. */
  async run(encoding: Encoding): Promise<Rows> {
    const shape = [1, encoding.ids.length];
    const feeds = Object.fromEntries(
      this.#session.inputNames.map((name) => [name, new Tensor('int64', makers[name as Input](encoding), shape)]),
    );
    const { [this.#output]: tensor } = await this.#session.run(feeds, [this.#output]);
    const dimensions = tensor?.dims.at(-1);
    if (tensor?.type !== 'float32' || dimensions === undefined || dimensions === 0) {
      throw new Error(`The model's output ${this.#output} is not made of floats.`);
    }
    const data = tensor.data as Float32Array;
    return { count: data.length / dimensions, dimensions, data };
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

const makers = {
  input_ids: ({ ids }: Encoding) => BigInt64Array.from(ids, BigInt),
  attention_mask: ({ ids, attention }: Encoding) => BigInt64Array.from(attention ?? ids.map(() => 1), BigInt),
  token_type_ids: ({ segments }: Encoding) => BigInt64Array.from(segments, BigInt),
};
type Input = keyof typeof makers;
