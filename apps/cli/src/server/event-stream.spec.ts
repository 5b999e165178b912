import { expect, it } from '@jest/globals';
import { eventData } from './event-stream.ts';

async function* chunks(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function all(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const data: string[] = [];
  for await (const each of eventData(body)) data.push(each);
  return data;
}

it('gives the data of each event, however the stream was cut into chunks', async () => {
  const text = Buffer.from('event: a\ndata: {"é":1}\n\n: still at it\n\nevent: b\r\ndata: one\r\ndata: two\r\n\r\n');
  const whole = await all(chunks(text));
  expect(whole).toEqual(['{"é":1}', 'one\ntwo']);
  expect(await all(chunks(...[...text].map((byte) => Uint8Array.of(byte))))).toEqual(whole);
});

it('gives no event that did not end', async () => {
  expect(await all(chunks('data: one\n\ndata: tw'))).toEqual(['one']);
});
