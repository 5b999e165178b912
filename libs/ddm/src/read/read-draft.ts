import type { Format } from '@askg/contract';
import { DdmError } from '../ddm-error.ts';
import type { DraftDocument } from '../document/draft.ts';
import { detectFormat } from './detect-format.ts';
import { readJats } from './jats/read-jats.ts';
import { loadPdfium } from './pdf/engine/pdfium.ts';
import { readPdf } from './pdf/read-pdf.ts';

export type ReadOptions = {
  /** The format, if it is known; otherwise the content of the file tells. */
  as?: Format;
  /** Helps where the content does not tell. */
  fileName?: string;
};

/** Changes with every change of what a reader or the document builder makes of a file. */
export const readVersion = '4';

const readers: Partial<Record<Format, (bytes: Uint8Array) => DraftDocument>> = {
  jats: readJats,
  pdf: readPdf,
};

/** What a reader needs to be started, once a process, before it can be called. */
const engines: Partial<Record<Format, () => Promise<void>>> = { pdf: loadPdfium };

/** Whether there is a reader for this format. */
export function isReadable(format: Format): boolean {
  return Object.hasOwn(readers, format);
}

/**
 * Reads a paper in any format there is a reader for, and starts first what its reader needs.
 * @throws DdmError as `readDraft`
 */
export async function readSource(bytes: Uint8Array, options: ReadOptions = {}): Promise<DraftDocument> {
  const format = options.as ?? detectFormat(bytes, options.fileName);
  if (format) await engines[format]?.();
  return readDraft(bytes, options);
}

/**
 * The same where nothing can be awaited: a format whose engine has not been started cannot be read.
 * @throws DdmError `ddm/empty-file`, `ddm/unknown-format`, `ddm/unsupported-format`,
 * `ddm/engine-not-loaded`, and what the format's reader throws
 */
export function readDraft(bytes: Uint8Array, options: ReadOptions = {}): DraftDocument {
  const name = options.fileName ?? 'The file';
  if (isBlank(bytes)) throw new DdmError('ddm/empty-file', `${name} has no content.`);
  // Of XML that is not recognised, its reader says best what is wrong.
  const format = options.as ?? detectFormat(bytes, options.fileName) ?? (looksLikeXml(bytes) ? 'jats' : undefined);
  if (!format) throw new DdmError('ddm/unknown-format', `${name} is in none of the known formats.`);
  const reader = readers[format];
  if (!reader) throw new DdmError('ddm/unsupported-format', `${name} is in the format “${format}”.`);
  return reader(bytes);
}

function looksLikeXml(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 256)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!a-z]/i.test(head);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}
