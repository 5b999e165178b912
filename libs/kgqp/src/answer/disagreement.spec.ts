import { describe, expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { PlacedUnit } from '../evidence/corpus-view.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { claimText } from './draft-answer.ts';
import { claimDisagreement, findDisagreement } from './disagreement.ts';

function said(text: string, key: string): PlacedUnit {
  const paper = new CitablePaper({ ...telescopePaper, title: `Paper ${key}` }, key, 'a'.repeat(64));
  const [unit] = paper.unitsAt('s2/p1/t1');
  if (!unit) throw new Error('no unit');
  return { paper, unit: { ...unit, text }, iri: `http://localhost:3000/id/paper/${key}/s2/p1/t1` };
}

const difference = (one: string, other: string, key = 'b') => findDisagreement([said(one, 'a'), said(other, key)])?.on;

describe('papers that do not agree', () => {
  it('are found where they measure the same differently', () => {
    expect(difference('The parser reads 20 files.', 'The parser reads 35 files.')).toBe('number');
    expect(difference('The parser reads 20 files.', 'The parser reads 20 files.')).toBeUndefined();
    expect(difference('Parsing takes 20 ms.', 'Parsing takes 1 s.')).toBeUndefined();
  });

  it('are found where one says the opposite of the other', () => {
    expect(difference('Dropout improves recall.', 'Dropout does not improve recall.')).toBe('direction');
    expect(difference('Dropout increases recall.', 'Dropout decreases the recall.')).toBeUndefined();
    expect(difference('Strong dropout increases the recall.', 'Strong dropout decreases the recall.')).toBe(
      'direction',
    );
  });

  it('are not two sentences of one paper, nor of different subjects', () => {
    expect(difference('The parser reads 20 files.', 'The parser reads 35 files.', 'a')).toBeUndefined();
    expect(difference('The parser reads 20 files.', 'The survey asked 35 teachers.')).toBeUndefined();
  });

  it('are told with the sentence of each', () => {
    const found = findDisagreement([said('The parser reads 20 files.', 'a'), said('The parser reads 35 files.', 'b')]);
    const claim = found && claimDisagreement(found);
    expect(claim && claimText(claim)).toBe(
      'These papers give different numbers: 20 files in Paper a and 35 files in Paper b.',
    );
    expect(claim?.parts.flatMap(({ quotes }) => quotes.map((each) => each.quote))).toEqual([
      'The parser reads 20 files.',
      'The parser reads 35 files.',
    ]);
  });
});
