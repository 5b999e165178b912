import { describe, expect, it } from '@jest/globals';
import type { BackEndReport } from './compare.ts';
import { comparisonLines } from './comparison-lines.ts';

const figures = { mean: 0.5, low: 0.4, high: 0.6 };
const quality = { ndcgAt10: figures, reciprocalRank: 0.25, recallAt10: 1 };

function linesOf(...reports: BackEndReport[]): string[] {
  return comparisonLines(reports).map((line) => line.replaceAll(/ {2,}/g, ' | '));
}

describe('a comparison for a person', () => {
  it('has a line for each back end, with intervals and times', () => {
    const gainOverChain = { mean: -0.1, low: -0.2, high: 0.05 };
    const lines = linesOf(
      { name: 'chain', quality, ms: { question: 120 } },
      { name: 'mine', quality: { ...quality, gainOverChain }, ms: { question: 900.26, candidate: 15.5 } },
    );
    expect(lines.slice(1)).toEqual([
      'chain | 0.500 | 0.400 to 0.600 | 0.250 | 1.000 | - | 120.0 | -',
      'mine | 0.500 | 0.400 to 0.600 | 0.250 | 1.000 | -0.100 (-0.200 to 0.050) | 900.3 | 15.50',
    ]);
  });

  it('tells licences, what was not read, what really ran, and what fell back', () => {
    const lines = linesOf({
      name: 'mine',
      quality,
      ms: { question: 1, candidate: 1 },
      candidates: { given: 10, unscored: 2, truncated: 3 },
      ran: ['another'],
      licence: 'CC-BY-NC-4.0',
      commercial: false,
      fellBack: [{ step: 'rerank', wanted: 'mine', used: 'another', reason: 'Too slow.', questions: 4 }],
    });
    expect(lines.slice(2)).toEqual([
      'mine: under CC-BY-NC-4.0, for use that earns no money',
      'mine: 2 of 10 passages were not scored',
      'mine: 3 of 10 passages were cut',
      'mine: what ran was another',
      'mine: another in place of mine, for 4 questions: Too slow.',
    ]);
  });

  it('tells why one could not be opened', () => {
    const problem = {
      type: 'about:blank',
      code: 'a/b' as const,
      title: 'It is not here',
      detail: 'No file.',
      fix: 'Fetch it.',
    };
    expect(linesOf({ name: 'mine', problem }).slice(1)).toEqual([
      'mine | - | - | - | - | - | - | -',
      'mine: It is not here. No file. Fetch it.',
    ]);
  });
});
