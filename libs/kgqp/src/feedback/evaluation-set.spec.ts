import { readFileSync } from 'node:fs';
import { Answer, type KeptFeedback, Question } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { evaluationSet } from './evaluation-set.ts';

const example = Answer.parse(
  JSON.parse(readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8')),
);
const [claim] = example.claims;
const cited = claim?.citations.map(({ paper, quote }) => ({ paper, text: quote }));
const rows = ['2024', '2025'].map((value) => ({
  query: 0,
  bindings: {
    year: { type: 'literal' as const, value },
    paper: { type: 'uri' as const, value: 'https://a.example/paper' },
  },
  sources: [],
}));
const byId: Record<string, Answer> = {
  text: example,
  graph: { ...example, id: 'graph', claims: claim ? [{ ...claim, rows }] : [] },
  refusal: { ...example, id: 'refusal', claims: [], verdict: 'not-in-corpus' },
};

type Said = Omit<KeptFeedback, 'at'>;

async function set(...feedback: Said[]) {
  const kept = feedback.map((each) => ({ ...each, at: '2025-01-02T03:04:05.000Z' }));
  const made = await evaluationSet(
    kept,
    (id) => byId[id],
    async (iri) => (iri.endsWith('/t1') ? { paper: '10.1_a', text: 'What stands there.' } : undefined),
  );
  return { ...made, questions: made.questions.map((question) => Question.parse(question)) };
}

describe('feedback as an evaluation set', () => {
  it('expects the quotes of claims that are right', async () => {
    const { questions, undecided } = await set({ answer: 'text', claim: 0, judgement: 'right' });
    expect(undecided).toEqual([]);
    expect(questions).toEqual([
      {
        id: `feedback-${example.id}`,
        question: example.question,
        kind: 'text',
        verdict: 'supported',
        expect: { sentences: cited },
      },
    ]);
  });

  it('expects the values of rows that are right, and no addresses beside them', async () => {
    const { questions } = await set({ answer: 'graph', claim: 0, judgement: 'right' });
    expect(questions[0]).toMatchObject({ kind: 'graph', expect: { values: ['2024', '2025'] } });
  });

  it('expects what was missing: the words at an address as they stand, words of a paper, or a value', async () => {
    const { questions } = await set(
      { answer: 'refusal', judgement: 'missing', expected: { iri: 'https://a.example/t1', text: 'older words' } },
      { answer: 'refusal', judgement: 'missing', expected: { iri: 'https://a.example/t2' } },
      { answer: 'refusal', judgement: 'missing', expected: { text: 'Said.', paper: '10.1_b' } },
      { answer: 'refusal', judgement: 'missing', expected: { text: '42' } },
    );
    expect(questions[0]).toMatchObject({
      verdict: 'supported',
      expect: {
        values: ['42'],
        sentences: [
          { paper: '10.1_a', text: 'What stands there.' },
          { paper: '10.1_b', text: 'Said.' },
        ],
      },
    });
  });

  it('expects that there is no answer where that was right', async () => {
    const { questions } = await set({ answer: 'refusal', judgement: 'right' });
    expect(questions[0]).toMatchObject({ kind: 'unanswerable', verdict: 'not-in-corpus', expect: {} });
  });

  it('leaves out what readers do not agree on, and what is only wrong', async () => {
    const right: Said = { answer: 'text', claim: 0, judgement: 'right' };
    const wrong: Said = { ...right, judgement: 'wrong' };
    expect(await set(right, wrong, { answer: 'graph', claim: 0, judgement: 'wrong' })).toEqual({
      questions: [],
      undecided: ['text', 'graph'],
    });
    expect((await set(right, wrong, right)).questions).toHaveLength(1);
  });

  it('leaves out answers that are gone', async () => {
    expect(await set({ answer: 'gone', judgement: 'right' })).toEqual({ questions: [], undecided: ['gone'] });
  });
});
