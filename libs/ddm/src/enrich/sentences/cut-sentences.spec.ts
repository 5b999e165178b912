import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Span } from '../../document/draft.ts';
import { abbreviationCases } from './cases/abbreviations.ts';
import { citationCases } from './cases/citations.ts';
import { punctuationCases } from './cases/punctuation.ts';
import type { SentenceCases } from './cases/sentence-cases.ts';
import { cutSentences } from './cut-sentences.ts';

const sentenceCases: SentenceCases = { ...citationCases, ...abbreviationCases, ...punctuationCases };

function cut(text: string, marks: Span[] = []): string[] {
  return cutSentences(text, marks).map(({ start, end }) => text.slice(start, end));
}

/** The text of a case with its marks; see `SentenceCases`. */
function parseCase(sentences: readonly string[]): { text: string; marks: Span[]; expected: string[] } {
  const marked = sentences.map((s, i) => (i === 0 ? s : s.startsWith('~') ? s.slice(1) : ` ${s}`)).join('');
  const marks: Span[] = [];
  let text = '';
  let open = 0;
  for (const character of marked) {
    if (character === '⟦') open = text.length;
    else if (character === '⟧') marks.push({ start: open, end: text.length });
    else text += character;
  }
  return { text, marks, expected: sentences.map((s) => s.replaceAll(/[⟦⟧]|^~/gu, '')) };
}

describe('the sentence table', () => {
  for (const [theme, cases] of Object.entries(sentenceCases)) {
    describe(theme, () => {
      it.each(cases.map(parseCase))('$text', ({ text, marks, expected }) => expect(cut(text, marks)).toEqual(expected));
    });
  }

  it('has at least 150 cases', () => expect(Object.values(sentenceCases).flat().length).toBeGreaterThanOrEqual(150));
});

/** Pieces that provoke boundaries, in any order. */
const pieces = fc.array(
  fc
    .oneof(
      fc.constantFrom(
        'The',
        'word',
        'Next',
        'iPhone',
        'pandas is',
        'E.',
        'coli',
        'et al.',
        'Fig.',
        'e.g.',
        'U.S.',
        'etc.',
        'Ph.D.',
        '3.14',
        '12',
        '1.',
        'No.',
        'a.',
        'b)',
        '(ii)',
        '(',
        ')',
        '[',
        ']',
        '[3,4]',
        '"',
        '“',
        '”',
        "'",
        '’',
        '.',
        '?',
        '!',
        '...',
        '. . .',
        '…',
        '。',
        '）',
        ':',
        ',',
        '*',
        '%',
        'α',
        '𝛼',
        '\u00a0',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    )
    .chain((piece) => fc.constantFrom(piece, `${piece} `, ` ${piece}`)),
  { maxLength: 40 },
);
const textWithMarks = pieces
  .map((list) => list.join(''))
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      marks: fc.array(
        fc
          .tuple(fc.nat(text.length), fc.nat(12))
          .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) })),
        { maxLength: 6 },
      ),
    }),
  );

describe('every cut', () => {
  it('gives ascending, disjoint, non-empty spans without white space at their ends', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        let last = 0;
        for (const { start, end } of cutSentences(text, marks)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds every character that is not white space', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        expect(cut(text, marks).join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('parts no mark', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        for (const { start, end } of cutSentences(text, marks)) {
          for (const mark of marks) {
            expect(mark.start < end && end < mark.end && text.slice(end, mark.end).trim() !== '').toBe(false);
            expect(mark.start < start && start < mark.end && text.slice(mark.start, start).trim() !== '').toBe(false);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is final in prose', () => {
    const prose = fc
      .array(
        fc
          .array(
            fc.constantFrom(
              'cells',
              'Fig. 3',
              'et al. [4]',
              '(n = 3)',
              'the',
              'U.S.',
              '“so”',
              'p53',
              'e.g.',
              'E. coli',
              '3.5',
            ),
            { minLength: 2, maxLength: 8 },
          )
          .map((words) => `We ${words.join(' ')} end.`),
        { minLength: 1, maxLength: 6 },
      )
      .map((sentences) => sentences.join(' '));
    fc.assert(fc.property(prose, (text) => expect(cut(text).flatMap((sentence) => cut(sentence))).toEqual(cut(text))));
  });

  it('is final in the table: a sentence cut again is one sentence', () => {
    for (const { text, marks, expected } of Object.values(sentenceCases).flat().map(parseCase)) {
      if (marks.length === 0) expect(cut(text).flatMap((sentence) => cut(sentence))).toEqual(expected);
    }
  });
});
