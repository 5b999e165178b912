import { describe, expect, it } from '@jest/globals';
import { captionLabel } from './caption-label.ts';

describe('captionLabel', () => {
  it.each([
    ['Figure 3: A plot.', 'figure', 'Figure 3', true],
    ['Fig. 2. A plot.', 'figure', 'Fig. 2', true],
    ['TABLE IV Results', 'table', 'TABLE IV', false],
    ['Algorithm 1 Search', 'other', 'Algorithm 1', false],
    ['Table A1: More results', 'table', 'Table A1', true],
  ])('reads %s', (text, what, label, ended) => expect(captionLabel(text)).toMatchObject({ what, label, ended }));

  it('finds none in running text', () => expect(captionLabel('As Figure 3 shows, it works.')).toBeUndefined());
});
