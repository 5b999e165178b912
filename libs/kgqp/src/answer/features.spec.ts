import { describe, expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { contentWords, stem } from '../evidence/words.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { confidence } from './confidence.ts';
import { confidenceModel } from './confidence-models.ts';
import { type Features, featuresOf } from './features.ts';

const paper = new CitablePaper(telescopePaper, '10.1000_argus', 'a'.repeat(64));
const evidence: Evidence = {
  method: 'maxsim',
  units: ['s1/p1/t1', 's1/p1/t3'].map((id) => {
    const [unit] = paper.unitsAt(id);
    if (!unit) throw new Error(`no unit ${id}`);
    const placed = { paper, unit, iri: `http://localhost:3000/id/paper/${paper.key}/${id}` };
    return { placed, quote: quote(placed), similarity: 0.8, coverage: 0.5, score: 1, methods: [] };
  }),
};

/** @param unknown words of the question that no passage holds; the others are all equally rare */
function seen(question: string, ...unknown: string[]): Features {
  const none = new Set(unknown.map(stem));
  const rarity = new Map(contentWords(question).map((word) => [stem(word), none.has(stem(word)) ? 1 : 0.5]));
  return featuresOf(question, evidence, rarity);
}

describe('what evidence looks like', () => {
  it('tells the share of words that no passage holds', () => {
    expect(seen('Which workshop ground the lenses?').unknown).toBe(0);
    expect(seen('Which ministry ground the lenses?', 'ministry').unknown).toBeCloseTo(1 / 3, 12);
  });

  it('tells words that one sentence has from those that several have together', () => {
    const { alone, together } = seen('Does cooling the glass need water?');
    expect(alone).toBe(0.75);
    expect(together).toBe(1);
  });

  it('tells when the form of value asked for is in no sentence', () => {
    expect(seen('How many litres of water does cooling need?').noValue).toBe(0);
    expect(seen('Who funded the lenses?').noValue).toBe(1);
  });

  it('takes no value of another paper for one of the paper that is named', () => {
    const [first] = evidence.units;
    if (!first) throw new Error('no unit');
    const other = new CitablePaper(
      { ...telescopePaper, title: 'A survey of teachers' },
      '10.1000_other',
      'b'.repeat(64),
    );
    const unit = { ...first.placed.unit, text: 'The survey was funded by the Osei Foundation.' };
    const units = [...evidence.units, { ...first, placed: { ...first.placed, paper: other, unit } }];
    const lack = (question: string) => featuresOf(question, { ...evidence, units }, new Map()).noValue;
    expect(lack('Who funded the work on Argus?')).toBe(1);
    expect(lack('Who funded the work?')).toBe(0);
  });

  it('makes a question less likely to be answered the more of it is missing', () => {
    const model = confidenceModel('maxsim');
    const sure = confidence(seen('Which workshop ground the lenses?'), model);
    expect(confidence(seen('Which ministry ground the lenses?', 'ministry'), model)).toBeLessThan(sure);
    expect(confidence(seen('Who funded the lenses?'), model)).toBeLessThan(model.threshold);
  });
});
