import type { ServerResponse } from 'node:http';
import type { CausalModel } from '../causal-model.ts';
import { plainText } from '../plain-text.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

/** What a server makes wrong, or does in a way that has to be noticed. */
export type ServerHabit =
  | 'none'
  | 'unit-length'
  | 'appends-end'
  | 'appends-end-if-absent'
  | 'prepends-start'
  | 'adds-instruction'
  | 'reads-specials-as-letters'
  | 'pools-mean'
  | 'pools-first'
  | 'cuts-at-512'
  | 'ignores-context'
  | 'pads-without-mask'
  | 'turns-order'
  | 'wrong-length';

export type DecoderServer = LocalServer & { asked: string[][] };

/** A real HTTP server with OpenAI's embeddings route over a decoder of this process, with one habit. */
export async function startDecoderServer(model: CausalModel, habit: ServerHabit = 'none'): Promise<DecoderServer> {
  const asked: string[][] = [];
  const server = await startLocalServer((_, response, body) => {
    const { input } = JSON.parse(body) as { input: string[] };
    asked.push(input);
    void answer(model, habit, input, response);
  });
  return { ...server, asked };
}

async function answer(
  model: CausalModel,
  habit: ServerHabit,
  input: string[],
  response: ServerResponse,
): Promise<void> {
  const vectors = await embed(model, habit, input);
  const turned = habit === 'turns-order' ? vectors.toReversed() : vectors;
  const data = turned.map((embedding, index) => ({ index, embedding }));
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
}

async function embed(model: CausalModel, habit: ServerHabit, texts: readonly string[]): Promise<number[][]> {
  const { tokenizer } = model;
  const end = tokenizer.tokenId('<|endoftext|>');
  const rows = texts.map((text) => {
    const instruction = habit === 'adds-instruction' ? 'query: ' : '';
    const ids = tokenizer.encode(instruction + (habit === 'reads-specials-as-letters' ? plainText(text) : text));
    if (habit === 'cuts-at-512') return ids.slice(0, 512);
    if (habit === 'ignores-context') return ids.slice(-1);
    if (habit === 'prepends-start') return [tokenizer.tokenId('<|im_start|>'), ...ids];
    const appends = habit === 'appends-end' || (habit === 'appends-end-if-absent' && ids.at(-1) !== end);
    return appends ? [...ids, end] : ids;
  });
  const longest = Math.max(...rows.map((ids) => ids.length));
  const vectors: number[][] = [];
  for (const ids of rows) {
    const read = habit === 'pads-without-mask' ? [...Array<number>(longest - ids.length).fill(end), ...ids] : ids;
    vectors.push(await pooled(model, habit, read));
  }
  return vectors;
}

async function pooled(model: CausalModel, habit: ServerHabit, ids: readonly number[]): Promise<number[]> {
  const positions = habit === 'pools-mean' ? [...ids.keys()] : [habit === 'pools-first' ? 0 : ids.length - 1];
  const states = await model.hiddenStates(ids, positions);
  const mean = Array.from({ length: model.model.dimensions }, (_, k) =>
    states.reduce((sum, state) => sum + (state[k] ?? 0) / states.length, 0),
  );
  if (habit === 'wrong-length') return mean.slice(1);
  const length = Math.hypot(...mean);
  return habit === 'unit-length' ? mean.map((value) => value / length) : mean;
}
