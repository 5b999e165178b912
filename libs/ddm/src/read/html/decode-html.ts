import { DdmError } from '../../ddm-error.ts';

/**
 * The text of an HTML page: a byte order mark decides, then what the page declares in its first kilobytes, then UTF-8.
 * Labels mean what they mean to browsers (WHATWG Encoding Standard).
 * @throws DdmError `ddm/too-large`, `ddm/unsupported-encoding`, `ddm/malformed-text`
 */
export function decodeHtml(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) {
    throw new DdmError('ddm/too-large', `The file has ${bytes.length} bytes; the limit is ${limit}.`);
  }
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new DdmError('ddm/unsupported-encoding', `The page declares the encoding “${label}”.`, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const before = new TextDecoder(label).decode(bytes).split('\ufffd', 1)[0] ?? '';
    throw new DdmError(
      'ddm/malformed-text',
      `line ${before.split('\n').length}: these bytes are not valid ${decoder.encoding}`,
      { cause },
    );
  }
}

function markedEncoding([b0, b1, b2]: Uint8Array): string | undefined {
  if (b0 === 0xef && b1 === 0xbb && b2 === 0xbf) return 'utf-8';
  if (b0 === 0xff && b1 === 0xfe) return 'utf-16le';
  return b0 === 0xfe && b1 === 0xff ? 'utf-16be' : undefined;
}

/** From `<meta charset>`, `<meta http-equiv>` or an XML declaration. A page that can be read so far is not in UTF-16. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const declared =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(head)?.[1] ??
    /<meta[^>]*\scharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  return declared === undefined || /^utf-?16/i.test(declared) ? undefined : declared;
}
