import type { Format } from '@askg/contract';
import { DdmError } from '../ddm-error.ts';
import type { DraftDocument } from '../document/draft.ts';
import { detectFormat } from './detect-format.ts';
import { formats } from './formats.ts';
import { inflate, isGzip } from './gzip/inflate.ts';
import type { ReadOptions } from './reader.ts';
import { settleUnseen } from './unseen/settle-unseen.ts';

export type { ReadOptions } from './reader.ts';

/** Changes with every change of what a reader or the document builder makes of a file. */
export const readVersion = '9';

/** Most bytes that a compressed file may hold; each reader has a lower limit of its own. */
const mostInflated = 64 * 1024 * 1024;

/** Whether there is a reader for this format. */
export function isReadable(format: Format): boolean {
  return Object.hasOwn(formats, format);
}

/**
 * Reads a paper in any format there is a reader for.
 * @throws DdmError `ddm/empty-file`, `ddm/unknown-format`, `ddm/unsupported-format`, `ddm/too-many-elements`, and what the
 * format's reader throws
 */
export async function readSource(bytes: Uint8Array, options: ReadOptions = {}): Promise<DraftDocument> {
  const name = options.fileName ?? 'The file';
  if (isBlank(bytes)) throw new DdmError('ddm/empty-file', `${name} has no content.`);
  // Of XML that is not recognised, its reader says best what is wrong.
  const format = options.as ?? detectFormat(bytes, options.fileName) ?? (looksLikeXml(bytes) ? 'jats' : undefined);
  if (!format) throw new DdmError('ddm/unknown-format', `${name} is in none of the known formats.`);
  // What the caller names may come from outside.
  if (!isReadable(format)) throw new DdmError('ddm/unsupported-format', `${name} is in the format “${format}”.`);
  const reader = await formats[format].load();
  // Sources in LaTeX come as archives, which their reader opens itself.
  const content = format !== 'latex' && isGzip(bytes) ? inflate(bytes, mostInflated) : bytes;
  try {
    return settleUnseen(await reader(content, options));
  } catch (error) {
    // Trees are walked by recursion and lists are spread: more than the stack holds is more than a paper has.
    if (!(error instanceof RangeError)) throw error;
    throw new DdmError('ddm/too-many-elements', `${name} has more parts than can be read.`, { cause: error });
  }
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 256)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!a-z]/i.test(head);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}
