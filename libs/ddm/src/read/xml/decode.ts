import { DdmError } from '../../ddm-error.ts';

/** Encodings by the names XML declarations use. ISO-8859-1 is read as windows-1252, as everything on the web does. */
const decoders = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
]);

/**
 * The text of an XML file. A byte order mark decides; without one, the pattern of zero bytes that UTF-16 gives to
 * `<`, then the XML declaration, then UTF-8.
 * @throws DdmError `ddm/unsupported-encoding`, `ddm/malformed-xml` for bytes that the encoding does not allow
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = sniffEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DdmError('ddm/malformed-xml', `${placeOfFault(bytes, encoding)}: these bytes are not valid ${encoding}`, {
      cause,
    });
  }
}

/** The encoding to decode with, by a label that `TextDecoder` knows. */
export function sniffEncoding(bytes: Uint8Array): string {
  const [b0, b1, b2, b3] = bytes;
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return 'utf-8';
  const utf32 = (b0 === 0 && b1 === 0) || (b2 === 0 && b3 === 0 && bytes.length > 3);
  if (utf32) throw new DdmError('ddm/unsupported-encoding', 'The file is in UTF-32.');
  if ((b0 === 0xff && b1 === 0xfe) || (b0 === 0x3c && b1 === 0)) return 'utf-16le';
  if ((b0 === 0xfe && b1 === 0xff) || (b0 === 0 && b1 === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  const encoding = decoders.get((declared ?? 'utf-8').toLowerCase());
  if (encoding) return encoding;
  throw new DdmError('ddm/unsupported-encoding', `The XML declaration names the encoding “${declared}”.`);
}

function placeOfFault(bytes: Uint8Array, encoding: string): string {
  const before = new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0] ?? '';
  const lines = before.split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
