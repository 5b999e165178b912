import { describe, expect, it } from '@jest/globals';
import type { FactAnswer } from '../facts.ts';
import { answersByRows } from './answer-from-facts.ts';

function facts(value: string, parts: Partial<FactAnswer>, query = 'ASK { ?paper ddm:hasTable ?table }'): FactAnswer {
  const run = {
    kind: 'fact',
    origin: 'planner',
    text: query,
    rows: 1,
    ms: 1,
    state: 'ok',
    relaxed: [],
  } satisfies FactAnswer['run'];
  const rows = [{ bindings: { answer: { type: 'literal' as const, value } }, sources: [] }];
  return {
    run,
    shape: 'yes-no',
    columns: ['answer'],
    rows,
    confidence: 0.9,
    reading: 'the paper has a table',
    ...parts,
  };
}

const question = 'Does the paper have a table?';

describe('whether rows answer', () => {
  it('goes by how surely the query means the question, more surely for a no', () => {
    expect(answersByRows(facts('true', { confidence: 0.7 }), question)).toBe(true);
    expect(answersByRows(facts('false', { confidence: 0.7 }), question)).toBe(false);
    expect(answersByRows(facts('false', {}), question)).toBe(true);
    expect(answersByRows(facts('true', { confidence: 0.5 }), question)).toBe(false);
    expect(answersByRows(facts('true', { rows: [] }), question)).toBe(false);
    expect(answersByRows(undefined, question)).toBe(false);
  });

  it('is left to the text where the graph names no mention, as it holds only those of weight', () => {
    const mentions = 'ASK { ?sentence ddm:mentions ?entity }';
    expect(answersByRows(facts('true', {}, mentions), question)).toBe(true);
    expect(answersByRows(facts('false', {}, mentions), question)).toBe(false);
    expect(answersByRows(facts('0', { shape: 'count' }, mentions), question)).toBe(false);
    expect(answersByRows(facts('3', { shape: 'count' }, mentions), question)).toBe(true);
  });

  it('is left to the text where a name was found and nothing said of it', () => {
    const named = facts('true', { reading: 'there is the paper “Glass and light”' });
    expect(answersByRows(named, 'Does glass let light through?')).toBe(false);
    expect(answersByRows(named, 'Do you have the paper on glass and light?')).toBe(true);
    const none = facts('false', { reading: 'there is a data set entity' });
    expect(answersByRows(none, 'Did they collect the data sets?')).toBe(false);
    expect(answersByRows(none, 'Are there any data sets?')).toBe(true);
  });
});
