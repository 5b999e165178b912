import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CausalModel } from '../causal-model.ts';
import { openCausalModel } from '../onnx/open-causal-model.ts';
import { type DecoderServer, type ServerHabit, startDecoderServer } from '../testing/decoder-server.ts';
import { closedAddress, startLocalServer } from '../testing/local-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { decoderStore, qwen3Expected } from '../testing/tiny-qwen3.ts';
import { type LastTokenServerOptions, openLastTokenServer } from './open-last-token-server.ts';

let model: CausalModel;
beforeAll(async () => {
  model = await openCausalModel(decoderStore(temporaryFolder()), 'tiny-qwen3');
});
afterAll(() => model.close());

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(habit: ServerHabit = 'none'): Promise<DecoderServer> {
  const server = await startDecoderServer(model, habit);
  servers.push(server);
  return server;
}

const open = (url: string, more: Partial<LastTokenServerOptions> = {}) =>
  openLastTokenServer({ baseUrl: url, model: 'served', dimensions: 64, ...more });

const prompts = qwen3Expected.cases.map(({ text }) => text);
const nearness = (state: Float32Array | undefined, reference: readonly number[]) =>
  Math.max(...reference.map((value, k) => Math.abs(value - (state?.[k] ?? Number.NaN))));

describe('openLastTokenServer', () => {
  test('gives the states of the reference, prompts in several calls, each in its place', async () => {
    const server = await serve();
    const encoder = await open(server.url, { batch: 4 });
    expect(encoder.unitLength).toBe(false);
    server.asked.length = 0;
    const states = await encoder.lastStates(prompts);
    for (const [i, { last }] of qwen3Expected.cases.entries()) expect(nearness(states[i], last)).toBeLessThan(1e-4);
    expect(server.asked.map((texts) => texts.length)).toEqual([4, 4, 2]);
  });

  test('takes vectors of unit length, and says so', async () => {
    const encoder = await open((await serve('unit-length')).url);
    expect(encoder.unitLength).toBe(true);
    const [{ text, last }] = qwen3Expected.cases as [(typeof qwen3Expected.cases)[0]];
    const length = Math.hypot(...last);
    const [state] = await encoder.lastStates([text]);
    expect(
      nearness(
        state,
        last.map((value) => value / length),
      ),
    ).toBeLessThan(1e-4);
  });

  test.each<[ServerHabit, string, RegExp]>([
    ['appends-end', 'inference/adds-tokens', /adds <\|endoftext\|> to each text.*add_eos_token/s],
    ['appends-end-if-absent', 'inference/adds-tokens', /adds <\|endoftext\|> to each text/],
    ['prepends-start', 'inference/adds-tokens', /a BOS or another/],
    ['adds-instruction', 'inference/adds-tokens', /an instruction/],
    ['reads-specials-as-letters', 'inference/adds-tokens', /as letters/],
    ['pools-mean', 'inference/wrong-pooling', /--pooling last/],
    ['pools-first', 'inference/wrong-pooling', /--pooling last/],
    ['cuts-at-512', 'inference/wrong-pooling', /it is cut.*--ubatch-size/s],
    ['ignores-context', 'inference/wrong-pooling', /makes no difference/],
    ['pads-without-mask', 'inference/mixes-inputs', /change with the texts beside/],
    ['turns-order', 'inference/mixes-inputs', /another order/],
    ['wrong-length', 'inference/unusable-reply', /63 numbers instead of 64/],
  ])('refuses a server that %s', async (habit, code, words) => {
    const failure = await open((await serve(habit)).url).then(
      () => undefined,
      (error: { code: string; message: string; fix: string }) => error,
    );
    expect(failure?.code).toBe(code);
    expect(`${failure?.message} ${failure?.fix}`).toMatch(words);
  });

  test.each<ServerHabit>(['pads-without-mask', 'turns-order'])(
    'takes a server that %s when it is asked with one text a call',
    async (habit) => {
      const encoder = await open((await serve(habit)).url, { batch: 1 });
      const states = await encoder.lastStates(prompts);
      for (const [i, { last }] of qwen3Expected.cases.entries()) expect(nearness(states[i], last)).toBeLessThan(1e-4);
    },
  );

  test('says that nobody listens, and waits no longer than it may', async () => {
    await expect(open(await closedAddress())).rejects.toMatchObject({ code: 'inference/server-unreachable' });
    const silent = await startLocalServer(() => undefined);
    servers.push(silent);
    const options = { baseUrl: silent.url, model: 'served', dimensions: 64 };
    await expect(openLastTokenServer(options, { deadlineMs: 30 })).rejects.toMatchObject({
      code: 'inference/deadline',
    });
  });

  test('gives the probe one deadline for all its calls', async () => {
    const slow = await startLocalServer((_, response, body) => {
      const { input } = JSON.parse(body) as { input: string[] };
      const data = input.map((_text, index) => ({ index, embedding: Array<number>(64).fill(1) }));
      setTimeout(() => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })), 40);
    });
    servers.push(slow);
    const options = { baseUrl: slow.url, model: 'served', dimensions: 64 };
    await expect(openLastTokenServer(options, { deadlineMs: 100 })).rejects.toMatchObject({
      code: 'inference/deadline',
    });
  });

  test('refuses vectors without a direction', async () => {
    const empty = await startLocalServer((_, response, body) => {
      const { input } = JSON.parse(body) as { input: string[] };
      const data = input.map((_text, index) => ({ index, embedding: Array<number>(64).fill(0) }));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
    });
    servers.push(empty);
    await expect(open(empty.url)).rejects.toMatchObject({ code: 'inference/unusable-reply' });
  });

  test('is another model at another address and of another revision', async () => {
    const server = await serve();
    const digests = [
      (await open(server.url)).model.digest,
      (await open(server.url, { revision: 'b' })).model.digest,
      (await open((await serve()).url)).model.digest,
    ];
    expect(new Set(digests).size).toBe(3);
    expect((await open(server.url, { apiKey: 'sk-secret' })).model.digest).toBe(digests[0]);
  });
});
