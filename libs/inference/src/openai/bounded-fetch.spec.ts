import { expect, it } from '@jest/globals';
import { startLocalServer } from '../testing/local-server.ts';
import { boundedFetch } from './bounded-fetch.ts';

it('reads a reply up to its limit, and cuts off one that is longer', async () => {
  const server = await startLocalServer(({ url }, response) => {
    response.writeHead(200, { 'x-kind': 'text' });
    response.end('x'.repeat(Number(url?.slice(1))));
  });
  try {
    const bounded = boundedFetch(1_000);
    const reply = await bounded(`${server.url}/1000`);
    expect([reply.status, reply.headers.get('x-kind'), (await reply.text()).length]).toEqual([200, 'text', 1_000]);
    const long = await bounded(`${server.url}/100000`);
    await expect(long.text()).rejects.toMatchObject({ code: 'inference/unusable-reply' });
  } finally {
    await server.close();
  }
});
