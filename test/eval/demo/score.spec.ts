import { describe, expect, it } from '@jest/globals';
import type { Question } from '@askg/contract';
import type { Prediction } from './prediction.ts';
import { scoreOf } from './score.ts';

const prediction = (parts: Partial<Prediction>): Prediction => ({
  id: 'dev-1',
  answer: '',
  verdict: 'supported',
  evidence: [],
  confidence: 1,
  ms: 1,
  calls: 0,
  tokens: 0,
  values: {},
  ...parts,
});
const question = (parts: Partial<Question>): Question => ({
  id: 'dev-1',
  question: '?',
  kind: 'graph',
  verdict: 'supported',
  expect: {},
  ...parts,
});

describe('values', () => {
  const asked = question({ expect: { values: ['Ada Lind', 'Ben Osei'] } });
  const score = (values: Prediction['values']) => scoreOf(asked, prediction({ values }));

  it('are right when one column is exactly the set expected, in any order, case and spacing', () => {
    expect(score({ name: ['ben  osei', 'Ada Lind'], n: ['1', '2'] })).toMatchObject({ values: true, recall: 1 });
  });

  it('are not right when one is missing or too many', () => {
    expect(score({ name: ['Ada Lind'] })).toMatchObject({ values: false, recall: 0.5 });
    expect(score({ name: ['Ada Lind', 'Ben Osei', 'Eva Roth'] })).toMatchObject({ values: false, recall: 1 });
    expect(score({})).toMatchObject({ values: false, recall: 0 });
  });

  it('of a yes-no question are booleans in the rows', () => {
    const yes = question({ expect: { values: ['Yes'] } });
    expect(scoreOf(yes, prediction({ values: { answer: ['true'] } })).values).toBe(true);
    expect(scoreOf(yes, prediction({ values: { answer: ['false'] } })).values).toBe(false);
  });
});

it('a text question is hit by one expected sentence among the quotes', () => {
  const sentences = ['One is enough.', 'Two are better.'].map((text) => ({ paper: 'p', text }));
  const asked = question({ kind: 'text', expect: { sentences } });
  expect(scoreOf(asked, prediction({ evidence: ['Two are  better.'] }))).toMatchObject({ hit: true, sentences: 0.5 });
  expect(scoreOf(asked, prediction({ evidence: ['Two'] }))).toMatchObject({ hit: false, sentences: 0 });
});

it('a verdict is right only when it is the same', () => {
  const asked = question({ verdict: 'not-in-corpus' });
  expect(scoreOf(asked, prediction({ verdict: 'no-answer' })).verdict).toBe(false);
  expect(scoreOf(asked, prediction({ verdict: 'not-in-corpus' })).verdict).toBe(true);
});
