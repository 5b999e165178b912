import { describe, expect, it } from '@jest/globals';
import { cssRules } from './css-rules.ts';

describe('the rules of a style sheet', () => {
  it('are read without comments and at-rules', () => {
    const css =
      '@import "a.css"; /* .no { } */ p, .x { display: none; color: red } @media print { .y { display: none } .z {} } .w{}';
    expect([...cssRules(css)]).toEqual([
      { selectors: 'p, .x', style: ' display: none; color: red ' },
      { selectors: '.w', style: '' },
    ]);
  });

  it('leave out what is nested in them, and end where the text ends', () => {
    expect([...cssRules('.a { color: red; & b { display: none } } .c { top: 0')]).toEqual([
      { selectors: '.a', style: ' color: red; & b ' },
      { selectors: '.c', style: ' top: 0' },
    ]);
    expect([...cssRules('.a { } /* never closed .b { }')]).toEqual([{ selectors: '.a', style: ' ' }]);
  });

  it.each(['/*', 'a', '@a', '{', '}', '@a{', 'a{}'])('are found at once among very many “%s”', (piece) => {
    expect([...cssRules(piece.repeat(300_000))].length).toBeLessThanOrEqual(300_000);
  });
});
