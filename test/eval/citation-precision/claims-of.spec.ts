import { describe, expect, it } from '@jest/globals';
import type { Answer, Citation, Claim } from '@askg/contract';
import { claimsOf } from './claims-of.ts';

const citation = (n: number, paper: string): Citation => ({
  n,
  iri: `urn:${paper}/t${n}`,
  paper,
  title: paper,
  unit: 'sentence',
  quote: `Sentence ${n}.`,
  boxes: [],
  textDigest: '',
  graphDigest: '',
});
const claim = (method: string, ...citations: Citation[]): Claim => ({
  text: 'Domes last.',
  support: { label: 'supported', score: 1, method },
  citations,
  rows: [],
});
const answered = (...claims: Claim[]) =>
  ({ answer: claims.map(({ text }) => text).join(' '), claims }) as unknown as Answer;
const asked = { set: 'domes', question: 'Do domes last?' };
const seed = 'glass';

describe('the claims of an answer', () => {
  it('are sorted by how they were made; what a model wrote needs a model', () => {
    const quoted = claim('verbatim quote', citation(1, 'a'));
    const written = claim('numbers, names, shared words', citation(1, 'a'));
    const kinds = (model?: string) =>
      claimsOf(answered(quoted, written), { ...asked, ...(model ? { model } : {}) }, seed).map(
        ({ stratum, model: by }) => [stratum, by],
      );
    expect(kinds()).toEqual([['quotes', undefined]]);
    expect(kinds('small')).toEqual([
      ['quotes', undefined],
      ['model', 'small'],
    ]);
  });

  it('have the same id whenever they say and cite the same, and another one when they cite something else', () => {
    const idOf = (...citations: Citation[]) =>
      claimsOf(answered(claim('verbatim quote', ...citations)), asked, seed)[0]?.id;
    expect(idOf(citation(1, 'a'))).toBe(idOf(citation(1, 'a')));
    expect(idOf(citation(1, 'a'))).not.toBe(idOf(citation(1, 'b')));
  });

  it('are judged by some of their citations where they have many, those of one paper together', () => {
    const many = ['a', 'b', 'c', 'd'].flatMap((paper, i) => [citation(2 * i + 1, paper), citation(2 * i + 2, paper)]);
    const [judged] = claimsOf(answered(claim('verbatim quote', ...many)), asked, seed);
    const papers = judged?.citations.map(({ paper }) => paper) ?? [];
    expect(papers).toHaveLength(4);
    expect(new Set(papers).size).toBe(2);
    expect(judged?.ofCitations).toBe(8);
  });
});
