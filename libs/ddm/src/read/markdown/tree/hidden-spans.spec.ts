import { describe, expect, it } from '@jest/globals';
import { element } from '../../xml/element.ts';
import { hidden } from '../../jats/text/hidden.ts';
import { withHiddenSpans } from './hidden-spans.ts';

const spans = (...pieces: string[]) =>
  withHiddenSpans(
    pieces.map((piece) =>
      piece.startsWith('<') ? { tag: piece, children: [] } : { tag: undefined, children: [piece] },
    ),
  );

describe('text between tags', () => {
  it('is hidden up to the end of the tag that hides it, tags of its name within included', () => {
    const pieces = ['a', '<span style="display:none">', 'b', '<span>', 'c', '</span>', 'd', '</span>', 'e'];
    expect(spans(...pieces)).toEqual(['a', element(hidden, {}, ['b', 'c', 'd']), 'e']);
  });

  it('is hidden to the end where the tag is never closed', () => {
    expect(spans('a', '<b hidden>', 'c')).toEqual(['a', element(hidden, {}, ['c'])]);
  });

  it('is not hidden by an element that holds nothing', () => {
    expect(spans('a', '<img hidden src="x.png">', 'b', '<br style="display:none">', 'c')).toEqual(['a', 'b', 'c']);
  });
});
