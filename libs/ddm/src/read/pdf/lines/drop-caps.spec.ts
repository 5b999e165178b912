import { describe, expect, it } from '@jest/globals';
import { describeFont } from '../engine/fonts.ts';
import { attachDropCaps } from './drop-caps.ts';
import { type Fragment, fragmentOf, textOf } from './fragment.ts';

const font = describeFont('Times-Roman');
const fragment = (text: string, x0: number, baseline: number, size = 10): Fragment =>
  fragmentOf(
    [{ text, x0, x1: x0 + 0.5 * size * text.length, baseline, size, font, colour: 0, space: false, script: 'base' }],
    0,
  );
const texts = (fragments: readonly Fragment[]): string[] => fragments.map(({ pieces }) => textOf(pieces));

describe('attachDropCaps', () => {
  it('gives a letter that reaches over two lines to the first of them', () =>
    expect(
      texts(attachDropCaps([fragment('T', 0, 22, 30), fragment('HIS', 17, 10), fragment('goes', 17, 22)])),
    ).toEqual(['THIS', 'goes']));

  it('leaves a large letter alone that has no lines beside it', () =>
    expect(texts(attachDropCaps([fragment('T', 0, 22, 30), fragment('HIS', 17, 22)]))).toEqual(['T', 'HIS']));
});
