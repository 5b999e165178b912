import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { run } from '../testing/run.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

async function serving(body: string): Promise<string> {
  server = createServer((request, response) => {
    response.writeHead(request.url === '/api/isalive' ? 200 : 404).end(body);
  });
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function told(url?: string): Promise<unknown> {
  const environment = {
    ASKG_DATA: '/nowhere/at/all',
    ASKG_PORT: '0',
    ...(url === undefined ? {} : { GROBID_URL: url }),
  };
  const { out } = await run(['doctor', '--json'], environment);
  const { findings } = JSON.parse(out) as { findings: { what: string; state: string }[] };
  return findings.find(({ what }) => what === 'GROBID')?.state;
}

it('a GROBID service that lives is told of', async () => expect(await told(await serving('true'))).toBe('ok'));

it('another program at its address is a warning', async () => {
  expect(await told(await serving('<!doctype html>'))).toBe('warning');
});

it('nothing at its address is a warning', async () => expect(await told('http://127.0.0.1:9')).toBe('warning'));

it('nothing is said where none is set', async () => expect(await told()).toBeUndefined());
