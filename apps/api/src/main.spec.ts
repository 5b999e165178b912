import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Corpus } from '@askg/corpus';
import { send } from './testing/http-client.ts';

// Processes that start beside others take their time.
jest.setTimeout(60_000);

let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'askg-main-'));
  Corpus.create(join(folder, 'data'), { baseIri: 'http://localhost:3000/id/' }).close();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

type Ended = { code: number | null; stdout: string; stderr: string };

/** Starts the server as the `askg` command does, with nothing of this process's environment. */
function start(env: Record<string, string>): { child: ChildProcess; url: Promise<string>; ended: Promise<Ended> } {
  const child = fork(new URL('./main.ts', import.meta.url), {
    execArgv: [
      '--conditions=source',
      '--disable-warning=ExperimentalWarning',
      '--import',
      new URL('./testing/swc-hooks.ts', import.meta.url).href,
    ],
    env: { ASKG_DATA: join(folder, 'data'), ASKG_PORT: '0', ASKG_ENGINES: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const said = { stdout: '', stderr: '' };
  const url = Promise.withResolvers<string>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
    const address = /^listening on (\S+)$/m.exec(said.stdout)?.[1];
    if (address !== undefined) url.resolve(address);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, url: url.promise, ended };
}

describe('the server process', () => {
  it('says where it listens once it answers, keeps others out, and stops on SIGTERM', async () => {
    const server = start({});
    const url = await server.url;
    expect((await send(url, '/health/ready')).status).toBe(200);
    expect(Corpus.runningServer(join(folder, 'data'))).toMatchObject({ url, pid: server.child.pid });

    const second = await start({}).ended;
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toMatch(/^corpus\/locked: .*\n$/);
    expect(second.stderr).toContain(url);

    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, stdout: `listening on ${url}\n`, stderr: '' });
    expect(Corpus.runningServer(join(folder, 'data'))).toBeUndefined();
  });

  it('stops when its parent lets it go', async () => {
    const server = start({});
    await server.url;
    const exit = once(server.child, 'exit');
    server.child.disconnect();
    expect(await exit).toEqual([0, null]);
  });

  it('ends in one coded line when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const ended = await start({ ASKG_PORT: port }).ended;
    other.close();
    expect(ended).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/^api\/port-in-use: .*\n$/) });
    expect(ended.stderr).toContain(port);
  });

  it.each([
    ['there is no corpus', { ASKG_DATA: '/nonexistent/askg' }, 3, /^corpus\/not-found: .*\n$/],
    ['the address is not of this machine', { ASKG_HOST: '192.0.2.1' }, 3, /^api\/cannot-listen: .*\n$/],
    ['a setting cannot be used', { ASKG_PORT: 'many' }, 2, /^api\/bad-configuration: .*ASKG_PORT.*\n$/],
  ])('ends in one coded line when %s', async (_name, env, code, stderr) => {
    expect(await start(env).ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});
