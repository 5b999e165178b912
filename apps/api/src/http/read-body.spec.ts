import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readBody } from './read-body.ts';

function request(chunks: Buffer[], headers: Record<string, string> = {}): IncomingMessage {
  return Object.assign(Readable.from(chunks), { headers }) as unknown as IncomingMessage;
}

describe('reading a body', () => {
  it('joins chunks before it decodes them', async () => {
    const bytes = Buffer.from('é');
    expect(await readBody(request([bytes.subarray(0, 1), bytes.subarray(1)]), 10)).toBe('é');
  });

  it.each([
    ['a longer one than announced', [Buffer.alloc(6), Buffer.alloc(6)], {}, 'api/body-too-large'],
    ['an announced length over the limit', [], { 'content-length': '11' }, 'api/body-too-large'],
    ['a compressed one', [], { 'content-encoding': 'gzip' }, 'api/unsupported-media-type'],
    ['bytes that are not UTF-8', [Buffer.from([0xff])], {}, 'api/bad-body'],
  ])('refuses %s', async (_name, chunks, headers, code) => {
    await expect(readBody(request(chunks, headers), 10)).rejects.toMatchObject({ code });
  });
});
