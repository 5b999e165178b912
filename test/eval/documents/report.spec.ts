import { describe, expect, it } from '@jest/globals';
import type { Tally } from './measures/tally.ts';
import { figuresOf, type ScoredPaper, shortened, tableOf, worstPapers, worstTemplates } from './report.ts';

function paper(name: string, template: string, tallies: Record<string, Tally>): ScoredPaper {
  return { name, template, truths: [], pages: 10, seconds: 1, tallies, faults: [] };
}

const papers = [
  paper('a', 'one', { recall: { matched: 9, predicted: 10, expected: 10 } }),
  paper('b', 'one', { recall: { matched: 90, predicted: 90, expected: 90 } }),
  paper('c', 'two', {
    recall: { matched: 40, predicted: 50, expected: 50 },
    silent: { matched: 1, predicted: 9, expected: 9 },
  }),
];

describe('a report', () => {
  it('adds up over papers, and over those of each template', () => {
    const figures = new Map(figuresOf(papers).map(({ name, value }) => [name, value]));
    expect(figures.get('sentences found, in order')).toBe(0.9267);
    expect(figures.get('sentences found, in order, one')).toBe(0.99);
    expect(figures.get('sentences found, in order, two')).toBe(0.8);
    expect(figures.get('time')).toBe(0.1);
  });

  it('names the worst paper and the worst template', () => {
    expect(worstPapers(papers)[0]).toEqual({ measure: 'sentences found, in order', name: 'c', value: 0.8 });
    expect(worstTemplates(papers)[0]).toEqual({ measure: 'sentences found, in order', name: 'two', value: 0.8 });
    expect(worstTemplates(papers.slice(0, 2))).toEqual([]);
  });

  it('says in its table why a paper has no values', () => {
    const table = tableOf([{ ...paper('d', 'one', {}), problem: 'The file asks for a password.' }]);
    expect(table).toMatch(/\nd +-.*The file asks for a password\./);
  });

  it('keeps forty faults of a measure, and their beginnings', () => {
    const fault = { measure: 'recall', expected: 'x'.repeat(1000) };
    const { faults } = shortened({ ...paper('a', 'one', {}), faults: Array.from({ length: 50 }, () => fault) });
    expect([faults.length, faults[0]?.expected?.length]).toEqual([40, 300]);
  });
});
