import { describe, expect, it } from '@jest/globals';
import { canonicalText, escapeLiteral, parseCanonical } from './n-quads.ts';

describe('A literal in canonical N-Quads', () => {
  it.each([
    ['short escapes where there are such', '\b\t\n\f\r"\\', String.raw`\b\t\n\f\r\"\\`],
    [
      'other control characters by number',
      '\u0000\u0007\u000b\u000e\u001f\u007f',
      String.raw`\u0000\u0007\u000B\u000E\u001F\u007F`,
    ],
    ['what XML 1.1 forbids by number', '\ufffe\uffff', String.raw`\uFFFE\uFFFF`],
    ['everything else as it is', "é'\u0080\u00a0\ud7ff\ue000\ufffd𝒳🧬שלום", "é'\u0080\u00a0\ud7ff\ue000\ufffd𝒳🧬שלום"],
  ])('has %s', (_, text, escaped) => {
    expect(escapeLiteral(text)).toBe(escaped);
    const [statement] = parseCanonical(`<e:s> <e:p> "${escaped}" <e:g> .\n`);
    expect(statement).toEqual({ subject: 'e:s', predicate: 'e:p', object: text, literal: true, graph: 'e:g' });
  });

  it('may hold what looks like the rest of a line', () => {
    const text = 'a" <e:x> .\n<e:s> <e:p> <e:o> <e:g> .';
    const line = `<e:s> <e:p> "${escapeLiteral(text)}"^^<e:type> <e:g> .\n`;
    expect([...parseCanonical(line)]).toEqual([
      { subject: 'e:s', predicate: 'e:p', object: text, literal: true, datatype: 'e:type', graph: 'e:g' },
    ]);
  });
});

describe('Canonical text', () => {
  it('has its lines in code point order, each once, also where UTF-16 has another', () => {
    const line = (text: string): string => `<e:s> <e:p> "${text}" <e:g> .`;
    const ordered = ['', 'a', 'é', '\ue000', '\ufb01', '\u{10000}', '🧬'].map(line);
    expect(canonicalText([...ordered.toReversed(), line('a')])).toBe(`${ordered.join('\n')}\n`);
  });

  it('is empty without lines', () => {
    expect(canonicalText([])).toBe('');
    expect([...parseCanonical('')]).toEqual([]);
  });

  it.each([
    '<e:s> <e:p> <e:o> <e:g> .',
    '<e:s> <e:p> <e:o> .\n',
    '<e:s> <e:p> "o <e:g> .\n',
    '<e:s> <e:p> "o"^^e:t <e:g> .\n',
    '_:s <e:p> <e:o> <e:g> .\n',
    '\n',
    '# a comment\n',
  ])('is not %j', (text) => {
    expect(() => [...parseCanonical(text)]).toThrow(
      expect.objectContaining({ code: 'ddm/malformed-graph', message: expect.stringContaining('Line 1') }),
    );
  });
});
