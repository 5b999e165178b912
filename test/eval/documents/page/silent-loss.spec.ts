import { describe, expect, it } from '@jest/globals';
import { documentOf } from '../testing/document-of.ts';
import { scoreSilentLoss } from './silent-loss.ts';

const page = 'Journal of Files page seven Papers come as infor- mation'
  .split(' ')
  .map((text) => ({ text, x: 0, y: 0 }));

describe('loss', () => {
  it('is what stands on the page and in no node', () => {
    const document = documentOf({ paragraphs: [[{ text: 'Papers come as information', boxes: [] }]] });
    const { lost, matched, expected } = scoreSilentLoss(document, [page]);
    expect(lost).toEqual([{ page: 1, text: 'journal of files page seven' }]);
    expect([matched, expected]).toEqual([23, 46]);
  });

  it('is not silent where a finding gives its amount', () => {
    const document = documentOf({ paragraphs: [[{ text: 'Papers come as information', boxes: [] }]] });
    const finding = { code: 'ddm/dropped-text', severity: 'info' as const, message: 'Running heads.', amount: 27 };
    expect(scoreSilentLoss({ ...document, findings: [finding] }, [page]).matched).toBe(0);
  });
});
