import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Rows } from './pooling.ts';
import { sessionOptions } from './session-options.ts';

/** A decoder in memory that reads one sequence a run and gives the states of all its tokens. */
export class CausalSession {
  readonly #session: InferenceSession;
  readonly #output: string;

  private constructor(session: InferenceSession, output: string) {
    this.#session = session;
    this.#output = output;
  }

  /**
   * @param path an ONNX file; weights that it keeps in further files are found beside it
   * @param cores that one run may use
   * Throws when it is no ONNX model, takes other inputs than `input_ids`, `attention_mask` and `position_ids`, or has no output
   * of hidden states.
   */
  static async load(path: string, cores: number): Promise<CausalSession> {
    const session = await InferenceSession.create(path, sessionOptions(cores));
    const unknown = session.inputNames.filter((name) => !(name in makers));
    const output = session.outputNames.find((name) => statesName.test(name));
    if (unknown.length > 0 || output === undefined) {
      const found = `inputs ${session.inputNames.join(', ')}; outputs ${session.outputNames.join(', ')}`;
      await session.release();
      throw new Error(`The model is no decoder without cache that gives hidden states (${found}).`);
    }
    return new CausalSession(session, output);
  }

  /** The states of all tokens, one a row. */
  async run(ids: readonly number[]): Promise<Rows> {
    const shape = [1, ids.length];
    const feeds = Object.fromEntries(
      this.#session.inputNames.map((name) => [name, new Tensor('int64', makers[name as Input](ids), shape)]),
    );
    const { [this.#output]: tensor } = await this.#session.run(feeds, [this.#output]);
    const dimensions = tensor?.dims.at(-1);
    if (tensor?.type !== 'float32' || dimensions === undefined || dimensions === 0) {
      throw new Error(`The model's output ${this.#output} is not made of 32-bit floats.`);
    }
    const data = tensor.data as Float32Array;
    return { count: data.length / dimensions, dimensions, data };
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

/** Exporters name it `last_hidden_state`, some `hidden_states` or `token_embeddings`; logits and caches are something else. */
const statesName = /^(?:last_)?hidden_states?$|^token_embeddings$/;

const makers = {
  input_ids: (ids: readonly number[]) => BigInt64Array.from(ids, BigInt),
  attention_mask: (ids: readonly number[]) => new BigInt64Array(ids.length).fill(1n),
  position_ids: (ids: readonly number[]) => BigInt64Array.from(ids.keys(), BigInt),
};
type Input = keyof typeof makers;
