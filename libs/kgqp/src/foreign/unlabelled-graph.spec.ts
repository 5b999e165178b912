import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openFerries } from './testing/ferry-graph.ts';
import { plainValue } from './testing/plain-value.ts';
import { recordQuestions } from './testing/record-questions.ts';

describe('a graph without labels and comments, whose people are blank nodes', () => {
  let opened: Awaited<ReturnType<typeof openFerries>>;

  beforeAll(async () => {
    opened = await openFerries('records');
  });
  afterAll(() => opened.close());

  it.each(recordQuestions)('is asked: $question', async ({ question, values }) => {
    const { claims } = await opened.graph.ask(question, { id: 'a1', shownAs: 'name' });
    const found = claims.flatMap(({ rows }) => rows.flatMap(({ bindings }) => Object.values(bindings).map(plainValue)));
    expect([...new Set(found)].toSorted()).toEqual(
      [...new Set(values.map((value) => plainValue({ value })))].toSorted(),
    );
  });

  it('shows things without an IRI by name in any case', async () => {
    const { claims } = await opened.graph.ask('Who wrote First Light?', { id: 'a1', shownAs: 'iri' });
    expect(claims[0]?.rows.map(({ bindings }) => Object.values(bindings).map(plainValue)).toSorted()).toEqual([
      ['Ann Quill'],
      ['Bob Reed'],
    ]);
  });
});
