import { describe, expect, it } from '@jest/globals';
import type { SparqlRun } from '@askg/contract';
import { statesOf } from './states-of.ts';

const run = (more: Partial<SparqlRun>): SparqlRun => ({
  kind: 'fact',
  origin: 'planner',
  text: 'ASK {}',
  rows: 0,
  ms: 1,
  state: 'empty',
  relaxed: [],
  ...more,
});
const nodes = run({ kind: 'textual-nodes', rows: 9, state: 'ok' });

describe('What did not come of a question', () => {
  it.each([
    ['no query that could run', [run({ state: 'invalid' }), nodes], ['no-query']],
    ['no query at all', [], ['no-query']],
    ['queries that found nothing', [run({}), run({ state: 'timeout' }), nodes], ['no-result']],
    ['a query that found something', [run({}), run({ state: 'ok', rows: 1 })], []],
  ])('is told of %s', (_, queries, states) => {
    expect(statesOf(true, queries, false)).toEqual(states);
  });

  it('is nothing where the graph is not asked for rows, unless the model was lost', () => {
    expect(statesOf(false, [nodes], false)).toEqual([]);
    expect(statesOf(true, [run({ state: 'ok', rows: 1 })], true)).toEqual(['model-unavailable']);
  });
});
