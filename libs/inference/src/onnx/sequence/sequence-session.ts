import { InferenceSession, Tensor } from 'onnxruntime-node';
import { sessionOptions } from '../session-options.ts';

/** Columns of a row of logits in which the two answers stand. */
export type AnswerColumns = { relevant: number; other: number };

const decoderInputs = ['input_ids', 'decoder_input_ids', 'encoder_hidden_states', 'encoder_attention_mask'];
const wholeInputs = ['input_ids', 'attention_mask', 'decoder_input_ids'];
const encoderInputs = ['input_ids', 'attention_mask'];
/** Of a graph that has only the rows of the two answers in its head, the one for "relevant" first. */
const answersOutput = 'answer_logits';

/**
 * An encoder-decoder in memory, of which one step is run: as one graph, or as a graph for the encoder and one for the decoder.
 * What the graphs want is read from the names of their inputs.
 */
export class SequenceSession {
  readonly #first: InferenceSession;
  readonly #decoder: InferenceSession | undefined;
  readonly #output: string;
  readonly #start: bigint;

  private constructor(first: InferenceSession, decoder: InferenceSession | undefined, start: number) {
    const { outputNames } = decoder ?? first;
    const output = [answersOutput, 'logits'].find((name) => outputNames.includes(name));
    if (output === undefined) throw new Error(`The model gives ${outputNames.join(', ')}, but no logits.`);
    this.#first = first;
    this.#decoder = decoder;
    this.#output = output;
    this.#start = BigInt(start);
  }

  /**
   * @param first the whole model, or its encoder @param decoder its decoder @param start the token the decoder begins with
   * Throws when a file is no ONNX model or takes other inputs, as a decoder with a cache does.
   */
  static async load(first: string, decoder: string | undefined, start: number): Promise<SequenceSession> {
    const sessions = [await open(first, decoder === undefined ? wholeInputs : encoderInputs)];
    try {
      if (decoder !== undefined) sessions.push(await open(decoder, decoderInputs));
      return new SequenceSession(sessions[0] as InferenceSession, sessions[1], start);
    } catch (error) {
      for (const session of sessions) await session.release();
      throw error;
    }
  }

  /** Whether the graph gives the logits of the two answers only. */
  get hasOnlyAnswers(): boolean {
    return this.#output === answersOutput;
  }

  /**
   * For each row of token ids the logit of "relevant" less that of the other answer, at the first step. Shorter rows are filled
   * up with the start token, which the attention mask hides.
   */
  async differences(rows: readonly (readonly number[])[], columns: AnswerColumns): Promise<number[]> {
    const longest = Math.max(...rows.map(({ length }) => length));
    const shape = [rows.length, longest];
    const ids = new BigInt64Array(rows.length * longest).fill(this.#start);
    const mask = new BigInt64Array(rows.length * longest);
    for (const [at, row] of rows.entries()) {
      ids.set(row.map(BigInt), at * longest);
      mask.fill(1n, at * longest, at * longest + row.length);
    }
    const attention = new Tensor('int64', mask, shape);
    const start = new Tensor('int64', new BigInt64Array(rows.length).fill(this.#start), [rows.length, 1]);
    const feeds = { input_ids: new Tensor('int64', ids, shape), attention_mask: attention, decoder_input_ids: start };
    return this.#read(rows.length, await this.#run(feeds, start, attention), columns);
  }

  async release(): Promise<void> {
    await this.#first.release();
    await this.#decoder?.release();
  }

  async #run(feeds: Record<string, Tensor>, start: Tensor, attention: Tensor): Promise<Tensor | undefined> {
    const decoder = this.#decoder;
    if (decoder === undefined) return (await this.#first.run(wanted(this.#first, feeds), [this.#output]))[this.#output];
    const [states = ''] = this.#first.outputNames;
    const encoded = (await this.#first.run(wanted(this.#first, feeds), [states]))[states];
    if (encoded === undefined) throw new Error('The encoder gives nothing.');
    const second = {
      input_ids: start,
      decoder_input_ids: start,
      encoder_hidden_states: encoded,
      encoder_attention_mask: attention,
    };
    return (await decoder.run(wanted(decoder, second), [this.#output]))[this.#output];
  }

  #read(rows: number, tensor: Tensor | undefined, { relevant, other }: AnswerColumns): number[] {
    const width = tensor?.dims.at(-1) ?? 0;
    if (tensor?.type !== 'float32' || tensor.data.length !== rows * width) {
      throw new Error(`The model's output ${this.#output} is not one row of floats a text.`);
    }
    if (Math.max(relevant, other) >= width) {
      throw new Error(`The model gives ${width} logits, too few for its answers.`);
    }
    const data = tensor.data as Float32Array;
    return Array.from({ length: rows }, (_, row) => {
      const difference = (data[row * width + relevant] ?? NaN) - (data[row * width + other] ?? NaN);
      if (!Number.isFinite(difference)) throw new Error('The model gives logits that are no numbers.');
      return difference;
    });
  }
}

async function open(path: string, known: readonly string[]): Promise<InferenceSession> {
  const session = await InferenceSession.create(path, sessionOptions());
  const unknown = session.inputNames.filter((name) => !known.includes(name));
  if (unknown.length === 0) return session;
  await session.release();
  throw new Error(`The model wants inputs that are not known here: ${unknown.join(', ')}.`);
}

function wanted(session: InferenceSession, feeds: Record<string, Tensor>): Record<string, Tensor> {
  return Object.fromEntries(session.inputNames.flatMap((name) => (feeds[name] ? [[name, feeds[name]]] : [])));
}
