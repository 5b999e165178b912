import { DdmError } from '../../ddm-error.ts';

/**
 * The text of a file that cannot say its encoding inside: UTF-8, or UTF-16 where a byte order mark tells. Line ends
 * become single line feeds.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text` for bytes that are not text in this encoding
 */
export function decodeText(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) {
    throw new DdmError('ddm/too-large', `The file has ${bytes.length} bytes; the limit is ${limit}.`);
  }
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const before = new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0] ?? '';
    const line = before.split('\n').length;
    throw new DdmError('ddm/malformed-text', `line ${line}: these bytes are not valid ${encoding}`, { cause });
  }
  if (text.includes('\0')) {
    const line = text.slice(0, text.indexOf('\0')).split('\n').length;
    throw new DdmError('ddm/malformed-text', `line ${line}: there is a zero byte, which no text holds`);
  }
  return text.replaceAll(/\r\n?/g, '\n');
}

function encodingOf([b0, b1]: Uint8Array): string {
  if (b0 === 0xff && b1 === 0xfe) return 'utf-16le';
  return b0 === 0xfe && b1 === 0xff ? 'utf-16be' : 'utf-8';
}
