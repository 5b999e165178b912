import { describe, expect, it } from '@jest/globals';
import { agreementOf, figuresOf, paired } from './figures.ts';
import type { ClaimVerdict, JudgedClaim, Judgement } from './judged-claim.ts';

const claim = (id: string, stratum: JudgedClaim['stratum'], citations: number): JudgedClaim => ({
  id,
  stratum,
  set: 'domes',
  question: 'Which domes are of glass?',
  claim: 'Two are.',
  citations: Array.from({ length: citations }, (_, i) => ({
    n: i + 1,
    says: 'Two are.',
    iri: `urn:dome:${i}`,
    paper: 'Domes',
    quote: 'Glass.',
  })),
});
const verdict = (id: string, whole: Judgement, ...citations: Judgement[]): ClaimVerdict => ({
  id,
  citations,
  claim: whole,
  why: '',
});
const claims = [claim('a', 'rows', 3), claim('b', 'model', 1), claim('c', 'quotes', 1)];
const first = [
  verdict('a', 'supports', 'supports', 'supports', 'partly'),
  verdict('b', 'not', 'not'),
  verdict('c', 'partly', 'partly'),
];

describe('figures of verdicts', () => {
  const figures = figuresOf(paired(claims, first), 'first', 1);
  const value = (name: string) => figures.find((figure) => figure.name === `first, ${name}`)?.value;

  it('take each citation once, and keep quotes apart from what was said in other words', () => {
    expect(value('claims from rows and by a model, citation precision')).toBe(0.5);
    expect(value('claims from rows and by a model, citation precision, partly as half')).toBe(0.625);
    expect(value('claims from rows and by a model, claims wholly supported')).toBe(0.5);
    expect(value('quotes (do they answer?), citation precision')).toBe(0);
    expect(value('all, citation precision')).toBe(0.4);
  });

  it('leave out what was not judged, and refuse a verdict on other citations', () => {
    expect(paired(claims, first.slice(0, 1))).toHaveLength(1);
    expect(() => paired(claims, [verdict('b', 'not', 'not', 'not')])).toThrow('not on its 1 citations');
  });
});

it('agreement is told of the claims that both judged', () => {
  const second = [verdict('a', 'supports', 'supports', 'supports', 'not')];
  const [citations, whole] = agreementOf(paired(claims, first), paired(claims, second));
  expect(citations).toMatchObject({ unit: '(2 of 3 alike)' });
  expect(whole).toMatchObject({ value: 1, unit: '(1 of 1 alike)' });
});
