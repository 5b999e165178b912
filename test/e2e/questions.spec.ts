import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Answer, AskEvent, Hit, Paper, Problem } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();
const fixtures = join(root, 'test', 'fixtures', 'jats');
const papers = [join(fixtures, 'joss-2024.xml'), join(fixtures, 'plos-2013-excerpt.xml')];
/** Words of a sentence of the first paper. */
const words = 'kernel-independent fast multipole method';

describe('questions on the command line', () => {
  it('are answered without a server and without a model, and say what that means', async () => {
    const ingested = await askg.run(['ingest', ...papers, '--wait', 'indexed', '--json']);
    expect(
      Paper.array()
        .parse(JSON.parse(ingested.out))
        .map(({ state }) => state),
    ).toEqual(['indexed', 'indexed']);
    const searched = await askg.run(['search', words, '-k', '3', '--json']);
    expect(searched.code).toBe(0);
    const hits = Hit.array().parse(JSON.parse(searched.out));
    expect(hits[0]?.title).toMatch(/^KiFMM-rs/);
    expect(searched.err).toMatch(/^retrieval: words/m);
    const asked = await askg.run(['ask', `What is the ${words}?`, '--json']);
    expect(asked.code).toBe(0);
    const answer = Answer.parse(JSON.parse(asked.out));
    expect(answer.degraded.map(({ step }) => step)).toContain('retrieval');
    const empty = await askg.run(['ask', ' ', '--json']);
    expect(empty.code).toBe(1);
    expect(Answer.parse(JSON.parse(empty.out))).toMatchObject({ verdict: 'no-answer' });
  });

  it('go through the running server, and come as events', async () => {
    await askg.run(['ingest', ...papers, '--wait', 'indexed']);
    await askg.serve();
    const { code, out } = await askg.run(['ask', `What is the ${words}?`, '--jsonl']);
    expect(code).toBe(0);
    const events = out
      .trimEnd()
      .split('\n')
      .map((line) => AskEvent.parse(JSON.parse(line)));
    expect([events[0]?.event, events.at(-1)?.event]).toEqual(['started', 'done']);
    const rebuild = await askg.run(['rebuild', 'passages']);
    expect([rebuild.code, rebuild.err]).toEqual([3, expect.stringMatching(/^corpus\/locked: .*server at http/)]);
    const unknown = await askg.run(['ask', 'Who?', '--model', 'nobody', '--json']);
    expect(Problem.parse(JSON.parse(unknown.out)).code).toBe('api/unknown-model');
  });
});

describe('the passage index', () => {
  it('that was deleted is made anew by whoever needs it', async () => {
    await askg.run(['ingest', ...papers, '--wait', 'indexed']);
    rmSync(askg.folder('data', 'projections'), { recursive: true });
    const { out } = await askg.run(['search', words, '--json']);
    expect(Hit.array().parse(JSON.parse(out)).length).toBeGreaterThan(0);
    const rebuilt = await askg.run(['rebuild', 'passages', '--json']);
    expect(JSON.parse(rebuilt.out)).toMatchObject({ words: 2, vectors: 0, failed: [] });
  });

  it('cannot have vectors without a model, and says so', async () => {
    const { code, err } = await askg.run(['ingest', ...papers, '--wait', 'embedded']);
    expect([code, err]).toEqual([3, expect.stringMatching(/^inference\/offline: /m)]);
    const models = await askg.run(['models', 'fetch']);
    expect([models.code, models.err]).toEqual([3, expect.stringMatching(/^inference\/offline: /)]);
    expect((await askg.run(['models', 'fetch', 'nobody'])).code).toBe(2);
  });
});
