import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EnrichmentReport, Paper, Problem } from '@askg/contract';
import { run } from '../testing/run.ts';

// Workers are started to read the paper.
jest.setTimeout(60_000);
const paper = fileURLToPath(new URL('../../../../test/fixtures/jats/joss-2024.xml', import.meta.url));

let folder: string;
let server: Server;
let calls: number;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-cli-'));
  calls = 0;
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      calls++;
      response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          choices: [{ message: { content: '{"entities": [], "relations": []}' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 90, completion_tokens: 10 },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  environment = {
    ASKG_DATA: join(folder, 'data'),
    ASKG_WORKERS: '1',
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    ASKG_CHAT_MODEL: 'tiny',
  };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe('ingest --enrich llm', () => {
  it('says the estimate first, keeps to the budget, and goes on where it was', async () => {
    const estimated = await run(['ingest', paper, '--enrich', 'llm', '--budget', '0', '--json'], environment);
    expect([estimated.code, calls]).toEqual([0, 0]);
    expect(estimated.err).toMatch(/tiny is to enrich 1 paper: \d+ calls?, about \d+ tokens, at most \d+/);
    const first = JSON.parse(estimated.out) as { papers: unknown[]; enrichment: Record<string, unknown> };
    expect(first.papers.map((each) => Paper.parse(each).state)).toEqual(['committed']);
    expect(first.enrichment).toMatchObject({ why: 'over-budget', left: 1, estimate: { papers: 1, done: 0 } });

    const done = await run(['ingest', paper, '--enrich', 'llm', '--budget', '1000000', '--json'], environment);
    const enrichment = EnrichmentReport.parse((JSON.parse(done.out) as { enrichment: unknown }).enrichment);
    expect(calls).toBe(enrichment.estimate.calls);
    expect(enrichment).toMatchObject({ why: 'done', enriched: 1, tokens: 100 * calls, model: 'tiny' });

    const again = await run(['ingest', paper, '--enrich', 'llm', '--budget', '1000000'], environment);
    expect([again.code, calls]).toEqual([0, enrichment.estimate.calls]);
    expect(again.err).toContain('tiny has no paper to enrich, 1 paper done before.');
  });

  it('without --enrich prints the papers alone, and asks nobody', async () => {
    const { out } = await run(['ingest', paper, '--json'], environment);
    expect(Paper.array().parse(JSON.parse(out))).toHaveLength(1);
    expect(calls).toBe(0);
  });

  it.each([
    ['no budget', ['--enrich', 'llm'], 'cli/wrong-use'],
    ['a budget that is no number', ['--enrich', 'llm', '--budget', 'much'], 'cli/wrong-use'],
    ['a budget for nothing', ['--budget', '5'], 'cli/wrong-use'],
    ['another way to enrich', ['--enrich', 'magic', '--budget', '5'], 'cli/wrong-use'],
  ])('refuses %s before it reads', async (_, words, code) => {
    const ran = await run(['ingest', paper, ...words, '--json'], environment);
    expect(ran.code).toBe(2);
    expect(Problem.parse(JSON.parse(ran.out))).toMatchObject({ code });
  });

  it.each([
    ['no model is set up', { ASKG_CHAT_MODEL: '' }],
    ['it has no server', { OPENAI_BASE_URL: '' }],
    ['its server is elsewhere and askg is offline', { OPENAI_BASE_URL: 'https://example.org/v1', ASKG_OFFLINE: '1' }],
  ])('says what to do where %s', async (_, settings) => {
    const words = ['ingest', paper, '--enrich', 'llm', '--budget', '5', '--json'];
    const ran = await run(words, { ...environment, ...settings });
    expect(ran.code).toBe(2);
    expect(Problem.parse(JSON.parse(ran.out))).toMatchObject({
      code: 'ingest/no-chat-model',
      fix: expect.stringContaining('ASKG_CHAT_MODEL'),
    });
  });
});
