import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ListwisePass, ListwiseScores } from '../../listwise-scorer.ts';
import { sessionOptions } from '../session-options.ts';

/** A decoder in memory with its projector in the graph, which scores the passages of one prompt a run. */
export class ListwiseSession {
  readonly #session: InferenceSession;
  readonly #vectors: boolean;

  private constructor(session: InferenceSession, vectors: boolean) {
    this.#session = session;
    this.#vectors = vectors;
  }

  /**
   * @param path an ONNX file; weights that it keeps in further files are found beside it @param cores that one run may use
   * @param vectors whether it shall give `documents` and `query` beside `scores`
   * Throws when it is no ONNX model, or takes and gives something else.
   */
  static async load(path: string, cores: number, vectors: boolean): Promise<ListwiseSession> {
    const session = await InferenceSession.create(path, sessionOptions(cores));
    const wanted = vectors ? ['scores', 'documents', 'query'] : ['scores'];
    const strange = session.inputNames.filter((name) => !(name in makers));
    if (strange.length > 0 || !wanted.every((name) => session.outputNames.includes(name))) {
      const found = `inputs ${session.inputNames.join(', ')}; outputs ${session.outputNames.join(', ')}`;
      await session.release();
      throw new Error(`The model does not score lists of passages (${found}).`);
    }
    return new ListwiseSession(session, vectors);
  }

  async run(pass: ListwisePass): Promise<ListwiseScores> {
    const { inputNames } = this.#session;
    const feeds = Object.fromEntries(inputNames.map((name) => [name, makers[name as Input](pass)]));
    const outputs = this.#vectors ? ['scores', 'documents', 'query'] : ['scores'];
    const given = await this.#session.run(feeds, outputs);
    const scores = floats(given['scores'], 'scores', pass.passages.length);
    if (!this.#vectors) return { scores };
    const query = floats(given['query'], 'query', given['query']?.size ?? 0);
    const rows = floats(given['documents'], 'documents', query.length * pass.passages.length);
    const passages = pass.passages.map((_, i) => rows.slice(i * query.length, (i + 1) * query.length));
    return { scores, vectors: { query, passages } };
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

function floats(tensor: Tensor | undefined, name: string, size: number): Float32Array {
  if (tensor?.type !== 'float32' || tensor.size !== size || size === 0) {
    throw new Error(`The output ${name} has ${tensor?.size ?? 0} numbers of ${tensor?.type}, not ${size} of float32.`);
  }
  return Float32Array.from(tensor.data as Float32Array);
}

const row = (numbers: BigInt64Array): Tensor => new Tensor('int64', numbers, [1, numbers.length]);
const list = (numbers: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(numbers, BigInt), [numbers.length]);

const makers = {
  input_ids: ({ ids }: ListwisePass) => row(BigInt64Array.from(ids, BigInt)),
  attention_mask: ({ ids }: ListwisePass) => row(new BigInt64Array(ids.length).fill(1n)),
  position_ids: ({ ids }: ListwisePass) => row(BigInt64Array.from(ids.keys(), BigInt)),
  document_positions: ({ passages }: ListwisePass) => list(passages),
  query_position: ({ query }: ListwisePass) => list([query]),
};
type Input = keyof typeof makers;
