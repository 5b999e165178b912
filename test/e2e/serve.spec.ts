import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { isAlive, useAskg } from './testing/askg.ts';
import { ask } from './testing/sparql.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();

const countPapers = 'SELECT (COUNT(?paper) AS ?n) { ?paper a ddm:Paper }';
const processOfServer = (): number =>
  (JSON.parse(readFileSync(askg.folder('data', 'server.json'), 'utf8')) as { pid: number }).pid;

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(50);
}

describe('serve --demo', () => {
  it('loads the demo papers, answers SPARQL and pages, and leaves nothing running', async () => {
    const { url, child, ended } = await askg.serve(['--demo']);
    const { status, text, mediaType } = await ask(url, countPapers);
    expect([status, mediaType, text]).toEqual([200, 'text/csv; charset=utf-8', 'n\r\n22\r\n']);
    const page = await fetch(`${url}/id/paper/10.21105_jose.00173`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Spatial data analysis with R');

    const query = await askg.run(['query', '-', '--json'], { input: countPapers });
    expect(JSON.parse(query.out)).toMatchObject({ results: { bindings: [{ n: { value: '22' } }] } });
    const update = await askg.run(['query', '-'], { input: 'DROP ALL' });
    expect([update.code, update.err]).toEqual([2, expect.stringMatching(/^graph\/update-refused: /)]);

    const second = await askg.run(['serve']);
    expect([second.code, second.err]).toEqual([3, expect.stringMatching(/^corpus\/locked: .*served already at http/)]);
    const gc = await askg.run(['gc']);
    expect([gc.code, gc.err]).toEqual([3, expect.stringMatching(/^corpus\/locked: .*server at http/)]);
    const doctor = await askg.run(['doctor']);
    expect([doctor.code, doctor.out]).toEqual([0, expect.stringMatching(/^ok {7}Server: answers at http/m)]);

    const server = processOfServer();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(isAlive(server)).toBe(false);
  });

  it('shows papers that come while it runs, and forgets those that go', async () => {
    const { url } = await askg.serve([], { environment: { ASKG_DEMO: '0' } });
    expect((await ask(url, countPapers)).text).toBe('n\r\n0\r\n');
    const fixture = new URL('../fixtures/jats/plos-2013-excerpt.xml', import.meta.url).pathname;
    expect((await askg.run(['ingest', fixture])).code).toBe(0);
    expect((await ask(url, countPapers)).text).toBe('n\r\n1\r\n');
    expect((await askg.run(['papers', 'rm', '10.1371/journal.pone.0067227'])).code).toBe(0);
    expect((await ask(url, countPapers)).text).toBe('n\r\n0\r\n');
  });

  it('takes the server along when it is killed itself', async () => {
    const { child } = await askg.serve();
    const server = processOfServer();
    child.kill('SIGKILL');
    await untilGone(server);
    expect((await askg.run(['gc'])).code).toBe(0);
  });

  it('ends with 3 and says so when the server is killed', async () => {
    const { ended, err } = await askg.serve();
    process.kill(processOfServer(), 'SIGKILL');
    expect(await ended).toBe(3);
    expect(err()).toMatch(/^cli\/server-ended: .*SIGKILL/m);
  });

  it('ends with one line when its port is in use, and the demo papers wait for the next start', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, out, err } = await askg.run(['serve', '--demo'], { environment: { ASKG_PORT: String(port) } });
    other.close();
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^api\/port-in-use: [^\n]+\n$/m);
    const { url } = await askg.serve(['--demo']);
    expect((await ask(url, countPapers)).text).toBe('n\r\n22\r\n');
  });
});
