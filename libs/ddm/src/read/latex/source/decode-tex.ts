import { DdmError } from '../../../ddm-error.ts';

/** Names of `inputenc` and what a decoder calls them. */
const encodings: Readonly<Record<string, string>> = {
  latin1: 'windows-1252',
  ansinew: 'windows-1252',
  cp1252: 'windows-1252',
  latin2: 'iso-8859-2',
  latin3: 'iso-8859-3',
  latin4: 'iso-8859-4',
  latin5: 'iso-8859-9',
  latin9: 'iso-8859-15',
  latin10: 'iso-8859-16',
  applemac: 'macintosh',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp866: 'ibm866',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  utf8: 'utf-8',
  utf8x: 'utf-8',
};

/** The text of a file, and whether its encoding was guessed. Line ends are single line feeds. */
export type DecodedTex = { text: string; guessed: boolean };

/**
 * The text of a LaTeX file: by its byte order mark, else UTF-8 where that fits, else what `inputenc` says, in this file or
 * the main one, else Western European.
 * @throws DdmError `ddm/malformed-text` for a file with zero bytes
 */
export function decodeTex(bytes: Uint8Array, declared?: string): DecodedTex {
  const { encoding, guessed } = encodingOf(bytes, declared);
  const text = new TextDecoder(encoding).decode(bytes);
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    const line = text.slice(0, zero).split('\n').length;
    throw new DdmError('ddm/malformed-text', `line ${line}: there is a zero byte, which no text holds`);
  }
  return { text: text.replaceAll(/\r\n?/g, '\n'), guessed };
}

/** What a preamble declares as its encoding. */
export function declaredEncoding(preamble: string): string | undefined {
  return /^[^%\n]*\\(?:usepackage\s*\[([^\]]+)\]\s*\{inputenc\}|inputencoding\s*\{([^}]+)\})/m
    .exec(preamble)
    ?.slice(1)
    .find((name) => name !== undefined)
    ?.trim();
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): { encoding: string; guessed: boolean } {
  const [b0, b1] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return { encoding: 'utf-16le', guessed: false };
  if (b0 === 0xfe && b1 === 0xff) return { encoding: 'utf-16be', guessed: false };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { encoding: 'utf-8', guessed: false };
  } catch {
    const own = declaredEncoding(String.fromCharCode(...bytes.subarray(0, 20_000))) ?? declared;
    const known = own !== undefined && Object.hasOwn(encodings, own) ? encodings[own] : undefined;
    return known === undefined || known === 'utf-8'
      ? { encoding: 'windows-1252', guessed: true }
      : { encoding: known, guessed: false };
  }
}
