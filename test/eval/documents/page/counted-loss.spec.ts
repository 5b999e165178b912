import { describe, expect, it } from '@jest/globals';
import { documentOf } from '../testing/document-of.ts';
import { scoreCountedLoss } from './counted-loss.ts';

const page = (text: string) => [text.split(' ').map((word) => ({ text: word, x: 0, y: 0 }))];
const document = documentOf({ paragraphs: [[{ text: 'Papers come as information', boxes: [] }]] });

describe('counted loss', () => {
  it('does not mind the order of what is there', () => {
    expect(scoreCountedLoss(document, page('information Papers as come')).matched).toBe(0);
  });

  it('counts letters that are there less often than on the page', () => {
    expect(scoreCountedLoss(document, page('Papers come as information xyzzy'))).toMatchObject({
      matched: 5,
      expected: 28,
    });
  });

  it('leaves out what a finding gives the amount of', () => {
    const finding = { code: 'ddm/dropped-text', severity: 'info' as const, message: 'Running heads.', amount: 4 };
    const told = { ...document, findings: [finding] };
    expect(scoreCountedLoss(told, page('Papers come as information xyzzy')).matched).toBe(1);
  });
});
