import type { TextKind } from '../../embedder.ts';
import type { EncodedText } from '../../multi-vector-encoder.ts';
import type { OnnxSession } from '../onnx-session.ts';
import { type Rows, unitRows } from '../pooling.ts';
import type { Task } from '../tasks.ts';
import type { MultiVectorEncoding, MultiVectorRules, MultiVectorTokenizer } from './multi-vector-tokenizer.ts';
import type { Projection } from './projection.ts';

/** How a thread is set up; `more` are files beside graph and tokenizer, which have to be the manifest's too. */
export type MultiVectorSetup = {
  type: 'multi-vector';
  rules: MultiVectorRules;
  /** `path` is that of the file of a linear layer beside the graph. */
  head: { dimensions: number; output?: string; path?: string };
  more: readonly { path: string; digest: string }[];
};

export type MultiVectorItem = { kind: TextKind; text: string };

/** Below this no model that knows positions stays when the words of a text are turned round; rows have unit length. */
const sameVector = 1e-4;

export function multiVectorTask(
  { dimensions }: MultiVectorSetup['head'],
  session: OnnxSession,
  tokenizer: MultiVectorTokenizer,
  projection: Projection | undefined,
): Task<MultiVectorItem, EncodedText> {
  async function allRows(encoding: MultiVectorEncoding): Promise<Rows> {
    const given = await session.run(encoding);
    const rows = projection?.apply(given) ?? given;
    if (rows.dimensions !== dimensions || rows.count !== encoding.ids.length) {
      throw new Error(
        `The model gives ${rows.count} × ${rows.dimensions} numbers where ${encoding.ids.length} × ${dimensions} were expected.`,
      );
    }
    return unitRows(rows);
  }
  return {
    async run({ kind, text }) {
      const encoding = tokenizer[kind](text);
      return { ...keptRows(await allRows(encoding), encoding.kept), truncated: encoding.truncated };
    },
    buffers: ({ data }) => [data.buffer as ArrayBuffer],
    async prove() {
      // So few that they fit the shortest of passages.
      const content = tokenizer.content('a first text of some words').slice(0, 5);
      const there = await allRows(tokenizer.passageOf(content));
      const back = await allRows(tokenizer.passageOf(content.toReversed()));
      await allRows(tokenizer.query('a first question'));
      if (
        new Set(content).size > 1 &&
        content.every((_, i) => distance(there, 2 + i, back, 1 + content.length - i) < sameVector)
      ) {
        throw new Error('The model gives the same vectors whatever the order of the words: its positions were lost.');
      }
    },
  };
}

function keptRows({ dimensions, data, count }: Rows, kept: readonly boolean[]): Rows {
  const places = Array.from({ length: count }, (_, row) => row).filter((row) => kept[row]);
  const left = new Float32Array(places.length * dimensions);
  for (const [to, row] of places.entries()) {
    left.set(data.subarray(row * dimensions, (row + 1) * dimensions), to * dimensions);
  }
  return { count: places.length, dimensions, data: left };
}

/** Greatest difference of two rows in any number. */
function distance(a: Rows, rowOfA: number, b: Rows, rowOfB: number): number {
  let greatest = 0;
  for (let k = 0; k < a.dimensions; k++) {
    const difference = (a.data[rowOfA * a.dimensions + k] ?? 0) - (b.data[rowOfB * b.dimensions + k] ?? 0);
    greatest = Math.max(greatest, Math.abs(difference));
  }
  return greatest;
}
