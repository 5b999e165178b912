import { describe, expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import { quote } from '../evidence/quote.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { claimAgreement, findAgreement, type SaidUnit } from './agreement.ts';
import { relationOf } from './agreement-relation.ts';
import { claimText } from './draft-answer.ts';

function said(text: string, key: string): SaidUnit {
  const paper = new CitablePaper({ ...telescopePaper, title: `Paper ${key}` }, key, 'a'.repeat(64));
  const [unit] = paper.unitsAt('s2/p1/t1');
  if (!unit) throw new Error('no unit');
  return { paper, unit: { ...unit, text }, iri: `http://localhost:3000/id/paper/${key}/s2/p1/t1` };
}

const kind = (one: string, other: string) => relationOf(one, other)?.kind;

describe('how two sentences stand to each other', () => {
  it('is agreement where they measure the same, in whatever order', () => {
    expect(kind('The course spans 14 weeks, with 12 exercises.', 'The course runs for 14 weeks.')).toBe('agree');
    expect(
      kind(
        'On parsing the BERT model reaches 81.2% accuracy.',
        'The BERT model reaches an accuracy of 81.2% on parsing.',
      ),
    ).toBe('agree');
  });

  it('is agreement too where a word holds signs of a pattern', () => {
    const text = 'The 3D++ model reads the old maps of the northern sky.';
    expect(kind(text, text)).toBe('agree');
  });

  it('is another number of the same measure, with both values', () => {
    const relation = relationOf('The course spans 14 weeks, with 12 exercises.', 'The course spans 10 weeks.');
    expect(relation).toMatchObject({ kind: 'number', values: ['14 weeks', '10 weeks'] });
  });

  it('is none where another thing or another name is measured', () => {
    expect(kind('The BERT model reaches 81.2% accuracy.', 'The LSTM model reaches 79.5% accuracy.')).toBeUndefined();
    expect(kind('The course spans 14 weeks.', 'The workshop takes 2 days.')).toBeUndefined();
    expect(kind('Chapter 1 needs 4 hours of study.', 'A chapter on maps needs 6 people to study it.')).toBeUndefined();
  });
});

describe('papers that agree', () => {
  it('are told with the sentence of each, a paper once', () => {
    const one = said('The course spans 14 weeks, with 12 exercises.', 'a');
    const found = findAgreement([one, said('The course spans 14 weeks.', 'b'), said('The course has 14 weeks.', 'b')]);
    const claim = found && claimAgreement(found);
    expect(claim && claimText(claim)).toBe('2 papers agree on this: Paper a and Paper b.');
    expect(claim?.parts.flatMap(({ quotes }) => quotes.map(({ paper }) => paper))).toEqual(['a', 'b']);
  });

  it('are those of a quote that stands for several places', () => {
    const unit = said('The course spans 14 weeks.', 'a');
    const ofAnother = { ...unit, same: [quote(said('The course spans 14 weeks.', 'b'))] };
    expect(findAgreement([ofAnother])?.quotes.map(({ paper }) => paper)).toEqual(['a', 'b']);
    expect(findAgreement([{ ...unit, same: [quote(unit)] }])).toBeUndefined();
  });

  it('are none that were taken back', () => {
    const status = { status: 'retracted', source: 'by hand' } as const;
    const units = [said('The course spans 14 weeks.', 'a'), { ...said('The course spans 14 weeks.', 'b'), status }];
    expect(findAgreement(units)).toBeUndefined();
  });

  it('are not two sentences of one paper', () => {
    expect(
      findAgreement([said('The course spans 14 weeks.', 'a'), said('The course has 14 weeks.', 'a')]),
    ).toBeUndefined();
  });
});
