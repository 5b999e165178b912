import { describe, expect, it } from '@jest/globals';
import { decodeXml, sniffEncoding } from './decode.ts';

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>café – “x”</a>`;
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('decodeXml', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 by default', Buffer.from('<a>café</a>'), '<a>café</a>'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff<a>café</a>'), '<a>café</a>'],
    ['UTF-8 as declared', Buffer.from(declared('utf-8')), declared('utf-8')],
    [
      'ASCII, read as the UTF-8 that it is part of',
      Buffer.from('<?xml version="1.0" encoding="US-ASCII"?><a/>'),
      '<?xml version="1.0" encoding="US-ASCII"?><a/>',
    ],
    ['UTF-16 with either mark', utf16(declared('UTF-16'), 'le', true), declared('UTF-16')],
    ['big-endian UTF-16 with its mark', utf16(declared('UTF-16'), 'be', true), declared('UTF-16')],
    ['UTF-16 without a mark', utf16(declared('UTF-16LE'), 'le', false), declared('UTF-16LE')],
    ['big-endian UTF-16 without a mark', utf16(declared('UTF-16BE'), 'be', false), declared('UTF-16BE')],
    ['a mark that contradicts the declaration', utf16(declared('UTF-8'), 'le', true), declared('UTF-8')],
  ])('reads %s', (_, bytes, text) => expect(decodeXml(bytes)).toBe(text));

  it.each(['ISO-8859-1', 'iso-8859-1', 'windows-1252', 'latin1'])(
    'reads %s as the web does, C1 range included',
    (name) => {
      const head = Buffer.from(`<?xml version='1.0' encoding='${name}'?><a>`);
      const text = decodeXml(Buffer.concat([head, Buffer.from([0xe9, 0x20, 0x93, 0x78, 0x94])]));
      expect(text.slice(head.length)).toBe('é “x”');
    },
  );

  it('names line and column of the first byte that the encoding does not allow', () => {
    const bytes = Buffer.concat([Buffer.from('<a>\n<b>caf'), Buffer.from([0xe9]), Buffer.from('</b></a>')]);
    expect(() => decodeXml(bytes)).toThrow(
      expect.objectContaining({ code: 'ddm/malformed-xml', message: expect.stringContaining('line 2, column 7') }),
    );
  });

  it.each<[string, Uint8Array]>([
    ['an encoding that it does not know', Buffer.from(declared('EBCDIC-CP-US'))],
    ['UTF-32 with a mark', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c])],
    ['UTF-32 without one', Buffer.from([0x3c, 0, 0, 0, 0x61, 0, 0, 0])],
    ['little-endian UTF-32 with a mark', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
  ])('refuses %s', (_, bytes) =>
    expect(() => decodeXml(bytes)).toThrow(expect.objectContaining({ code: 'ddm/unsupported-encoding' })),
  );

  it('takes an encoding named in the text, not in a declaration, for text', () => {
    expect(sniffEncoding(Buffer.from('<a note=\'<?xml encoding="EBCDIC"?>\'/>'))).toBe('utf-8');
  });
});
