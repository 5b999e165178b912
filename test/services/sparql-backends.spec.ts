import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { fuseki } from '../../scripts/services/fuseki.ts';
import { oxigraph } from '../../scripts/services/oxigraph.ts';
import { useAskg } from '../e2e/testing/askg.ts';
import { type Backend, embedded, serverBackend } from './sparql/backend.ts';
import { liveThrough } from './sparql/scenario.ts';
import { areServicesWanted, whereServicesRun } from './where-services-run.ts';

// Some forty commands each, which are processes, or several.
jest.setTimeout(900_000);
const askg = useAskg();
const folder = mkdtempSync(join(tmpdir(), 'askg-backends-'));
let backend: Backend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the engines of askg answer, which the servers are held to. */
let expected: Record<string, unknown> | undefined;

(areServicesWanted ? describe : describe.skip)('a corpus in the engines of askg', () => {
  it('lives through what the servers are to live through', async () => {
    expected = await liveThrough(askg, embedded);
    expect(expected).toMatchObject({
      'a collection': { 'another graph by FROM': ['400 graph/unknown-graph'], 'another graph by GRAPH': [] },
    });
  });
});

for (const service of [oxigraph, fuseki]) {
  whereServicesRun(service)(`a corpus in ${service.name}`, () => {
    it('lives through the same with the same answers, by configuration only', async () => {
      const data = join(folder, service.name);
      mkdirSync(data);
      backend = await serverBackend(service, data);
      expect(await liveThrough(askg, backend)).toEqual(expected);
    });
  });
}
