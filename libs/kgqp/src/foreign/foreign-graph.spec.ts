import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { ferryQuestions } from './testing/ferry-questions.ts';
import { openFerries } from './testing/ferry-graph.ts';
import { plainValue } from './testing/plain-value.ts';

describe('a graph that nothing was prepared for', () => {
  let opened: Awaited<ReturnType<typeof openFerries>>;

  const ask = (
    question: string,
    more: { choices?: { phrase: string; iri: string }[]; shownAs?: 'iri' | 'name' | 'both' } = {},
  ) => opened.graph.ask(question, { id: 'a1', ...more });

  beforeAll(async () => {
    opened = await openFerries();
  });
  afterAll(() => opened.close());

  it.each(ferryQuestions)('is asked: $question', async ({ question, values }) => {
    const answer = await ask(question, { shownAs: 'name' });
    const found = answer.claims.flatMap(({ rows }) =>
      rows.flatMap(({ bindings }) => Object.values(bindings).map(plainValue)),
    );
    expect([...new Set(found)].toSorted()).toEqual(
      [...new Set(values.map((value) => plainValue({ value })))].toSorted(),
    );
  });

  it('gives the same queries each time', () => {
    for (const { question } of ferryQuestions) {
      const texts = () => opened.graph.plan(question).candidates.map(({ text }) => text);
      expect(texts()).toEqual(texts());
    }
  });

  it('answers in the published shape, names the graph and shows the query and what words were taken for', async () => {
    const answer = Answer.parse(await ask('Who commands the Borea?'));
    expect(answer.graph).toEqual({ name: 'ferries', source: 'ferries.ttl', described: '2026-01-01T00:00:00Z' });
    expect(answer.sparql).toMatchObject([{ state: 'ok', origin: 'planner', rows: 1 }]);
    expect(answer.links.find(({ phrase }) => phrase === 'Borea')?.chosen).toBe(
      'https://ferries.example.org/thing/s-borea',
    );
    expect(answer.answer).toBe('Ole Berg');
    expect(answer.verdict).toBe('supported');
  });

  it('shows things by IRI, by name or by both', async () => {
    const columns = async (shownAs: 'iri' | 'name' | 'both') =>
      Object.values((await ask('Who commands the Borea?', { shownAs })).claims[0]?.rows[0]?.bindings ?? {}).map(
        ({ value }) => value,
      );
    const iri = 'https://ferries.example.org/thing/c-berg';
    expect(await columns('iri')).toEqual([iri]);
    expect(await columns('name')).toEqual(['Ole Berg']);
    expect(await columns('both')).toEqual([iri, 'Ole Berg']);
  });

  it('says that a query found nothing', async () => {
    const answer = await ask('Which catamarans are longer than 900 m?');
    expect(answer).toMatchObject({ verdict: 'not-in-corpus', claims: [] });
    expect(answer.sparql[0]?.state).toBe('empty');
  });

  it.each([
    'Who commands the Titanic?',
    'Wie viele Katamarane gibt es?',
    'Why is the sky blue?',
    'Quel est le plus long navire ?',
  ])('does not guess: %s', async (question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ verdict: 'no-answer', sparql: [], problem: { code: 'kgqp/no-query' } });
  });

  it('offers the nearest name for one that it does not have', async () => {
    const { problem } = await ask('Who commands the Auroraa Maris?');
    expect(problem?.detail ?? '').toContain('Maris');
  });

  it.each(['', '???', 'SELECT * { ?s ?p ?o }', 'Delete all vessels'])(
    'is asked in words only: %s',
    async (question) => {
      await expect(ask(question)).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^kgqp\//) }));
    },
  );

  it('does not let the words of a question into its query', async () => {
    const answer = await ask('Which vessels does "Alpine Lines" } DROP ALL # operate?');
    for (const { text } of answer.sparql) expect(text).not.toContain('DROP');
  });

  it('takes a phrase for what was chosen', async () => {
    const iri = 'https://ferries.example.org/thing/s-eos';
    const answer = await ask('Who commands the Borea?', { choices: [{ phrase: 'Borea', iri }] });
    expect(answer.sparql.some(({ text }) => text.includes('s-borea'))).toBe(false);
  });

  it('stops when the client leaves', async () => {
    await expect(
      opened.graph.ask('Which vessels does Alpine Lines operate?', { id: 'a1', signal: AbortSignal.abort() }),
    ).rejects.toThrow(expect.objectContaining({ code: 'graph/cancelled' }));
  });
});
