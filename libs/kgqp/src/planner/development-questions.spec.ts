import { describe, expect, it } from '@jest/globals';
import { analyseQuestion } from '../question/analyse-question.ts';
import { useDemoFacts } from '../testing/demo-facts.ts';
import { foldName } from './fold-name.ts';
import { developmentQuestions } from './development-questions/development-questions.ts';

const demo = useDemoFacts();

/**
 * The values of each row. Numbers are rounded, as an average has as many digits as its engine likes; of a name with several
 * spellings any may be shown.
 */
function valuesOf(rows: readonly Record<string, { value: string }>[]): string[][] {
  const plain = (value: string) => (/^\d+\.\d+$/.test(value) ? Number(value).toFixed(6) : foldName(value) || value);
  return rows.map((row) => Object.values(row).map(({ value }) => plain(value)));
}

function distinct<Row extends Record<string, { value: string }>>(rows: readonly Row[]): Row[] {
  const key = (row: Row) => JSON.stringify(Object.values(row).map(({ value }) => value));
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

describe('The planner, on the questions it was developed on', () => {
  it.each(developmentQuestions)('answers "%s"', async (question, gold) => {
    const wanted = await demo.select(gold);
    const answer = await demo.answerTo(question);
    const got = valuesOf(answer?.rows.map(({ bindings }) => bindings) ?? []);
    if (wanted.boolean !== undefined) expect(got).toEqual([[String(wanted.boolean)]]);
    else {
      const rows = distinct(wanted.rows).map((row) => valuesOf([row])[0] ?? []);
      expect(rows.length).toBeGreaterThan(0);
      expect(got).toHaveLength(rows.length);
      // The answer may show more than was asked for, such as the number that a superlative went by.
      for (const row of rows) expect(got).toContainEqual(expect.arrayContaining(row));
    }
    expect(answer?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(analyseQuestion(question).shape).not.toBe('text');
    // That there is none of a kind rests on no node.
    if (wanted.boolean !== false) {
      for (const { sources } of answer?.rows ?? []) expect(sources.length).toBeGreaterThan(0);
    }
  });
});

describe('The planner, on questions that rows do not answer', () => {
  it.each([
    'What does VisualTorch do?',
    'Why was QASM-TS written?',
    'How does CART decide whether a paper is relevant?',
    'How many downloads does VisualTorch have?',
    'How many exercises does the Argo Online School contain?',
    'Which version of PyTorch does VisualTorch need?',
    'Who funded the work on EvoDynamics.jl?',
    'Who reviewed the cuallee paper?',
    'What is the h-index of Ethan White?',
    'Which authors are women?',
    'Which papers got a best paper award?',
    'Is cuallee faster than PyDeequ?',
    'Does the use of ChatGPT help students to learn programming?',
    'How many weeks of study does the Spanish-language course on spatial analysis take?',
    'Which galaxies does the dark matter workshop look at?',
    'Are all papers under a CC BY licence?',
  ])('is not sure of an answer to "%s"', async (question) => {
    const answer = await demo.answerTo(question);
    expect(answer?.confidence ?? 0).toBeLessThan(0.5);
  });

  it.each(['Who wrote the cualle paper?', 'Who wrote the Cuallle paper?'])(
    'takes a slip for the name: %s',
    async (question) => {
      const answer = await demo.answerTo(question);
      expect(answer?.reading).toContain('“cuallee: A python package');
      expect(answer?.rows).toHaveLength(2);
    },
  );

  it('says that there is nothing where the question is clear and the graph holds nothing', async () => {
    const answer = await demo.answerTo('Which papers cite "Attention Is All You Need"?');
    expect(answer).toMatchObject({ rows: [], run: { state: 'empty', emptiedBy: expect.any(String) } });
    expect(answer?.confidence).toBeGreaterThan(0.6);
  });
});
