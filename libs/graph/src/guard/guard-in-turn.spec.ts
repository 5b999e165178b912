import { describe, expect, it } from '@jest/globals';
import { guardInTurn } from './guard-in-turn.ts';

const long = (value: string) => `SELECT * { VALUES ?x { ${`<http://e/${value}> `.repeat(400)} } }`;

describe('queries that come at the same time', () => {
  it('are answered or refused each for itself, long or short', async () => {
    const answers = await Promise.allSettled([
      guardInTurn(long('a')),
      guardInTurn(`${long('b')} }`),
      guardInTurn('ASK {}'),
      guardInTurn('DROP ALL'),
      guardInTurn(long('c')),
    ]);
    const outcomes = answers.map((answer) =>
      answer.status === 'fulfilled' ? answer.value.form : (answer.reason as { code: string }).code,
    );
    expect(outcomes).toEqual(['select', 'graph/invalid-query', 'ask', 'graph/update-refused', 'select']);
  });

  it('are read the shortest first', async () => {
    const order: string[] = [];
    const ask = (name: string, comment: number) =>
      guardInTurn(`ASK {} #${'x'.repeat(comment)}`).then(() => order.push(name));
    await Promise.all([ask('first', 500), ask('longest', 300), ask('short', 10), ask('middle', 100)]);
    expect(order).toEqual(['first', 'short', 'middle', 'longest']);
  });

  it('let others be served between two long ones', async () => {
    const order: string[] = [];
    const ends = ['first', 'second'].map((name) => guardInTurn(long(name)).then(() => order.push(name)));
    await ends[0];
    await guardInTurn('ASK {}');
    order.push('short');
    await ends[1];
    expect(order).toEqual(['first', 'short', 'second']);
  });
});
