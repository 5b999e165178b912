import type { OnnxSession } from './onnx-session.ts';
import { pool, unitRows } from './pooling.ts';
import type { TextTokenizer } from './text-tokenizer.ts';
import type { EmbedItem, EmbedResult, ScoreItem, ScoreResult, WorkerSetup } from './worker-messages.ts';

/** What a thread does with one item; `buffers` names the memory of a result that can be handed over without copying. */
export type Task<Item, Result> = {
  run(item: Item): Promise<Result>;
  buffers(result: Result): ArrayBuffer[];
  /** Shows with a first run that the model does what the manifest says. Throws when not. */
  prove(): Promise<void>;
};

type EmbedSetup = Extract<WorkerSetup['task'], { type: 'embed' }>;

export function embedTask(
  { pooling, dimensions }: EmbedSetup,
  session: OnnxSession,
  tokenizer: TextTokenizer,
): Task<EmbedItem, EmbedResult> {
  return {
    async run({ text, tokens }) {
      const encoding = tokenizer.text(text);
      const rows = await session.run(encoding);
      const vector = pool(rows, pooling);
      if (tokens === false) return { vector };
      const weights = tokens === 'query' ? tokenizer.weights?.(encoding.ids) : undefined;
      return { vector, tokens: { ...unitRows(rows), ...(weights ? { weights } : {}) } };
    },
    buffers: ({ vector, tokens }) =>
      [vector, tokens?.data, tokens?.weights].flatMap((each) => each?.buffer ?? []) as ArrayBuffer[],
    async prove() {
      const encoding = tokenizer.text('a first text');
      const rows = await session.run(encoding);
      if (rows.dimensions !== dimensions || rows.count !== encoding.ids.length) {
        throw new Error(
          `The model gives ${rows.count} × ${rows.dimensions} numbers where ${encoding.ids.length} × ${dimensions} were expected.`,
        );
      }
    },
  };
}

export function scoreTask(session: OnnxSession, tokenizer: TextTokenizer): Task<ScoreItem, ScoreResult> {
  async function run({ query, passage }: ScoreItem): Promise<number> {
    const { count, dimensions, data } = await session.run(tokenizer.pair(query, passage));
    const [score] = data;
    if (count !== 1 || dimensions !== 1 || score === undefined || !Number.isFinite(score)) {
      throw new Error(`The model gives ${count} × ${dimensions} numbers, not one finite score.`);
    }
    return score;
  }
  return {
    run,
    buffers: () => [],
    async prove() {
      await run({ query: 'a first question', passage: 'a first text' });
    },
  };
}
