import type { Format } from '@askg/contract';
import { DdmError } from '../ddm-error.ts';
import type { DraftDocument } from '../document/draft.ts';
import { detectFormat } from './detect-format.ts';
import { inflate, isGzip } from './gzip/inflate.ts';

export type ReadOptions = {
  /** The format, if it is known; otherwise the content of the file tells. */
  as?: Format;
  /** Helps where the content does not tell. */
  fileName?: string;
  /**
   * Gives the bytes of a file that the paper names, such as its bibliography (`paper.bib`), or nothing. The name is as the
   * paper writes it and not to be trusted: the caller decides what may be read. Without this no companion is read.
   */
  companion?: (name: string) => Uint8Array | undefined;
};

/** Changes with every change of what a reader or the document builder makes of a file. */
export const readVersion = '7';

/** Most bytes that a compressed file may hold; each reader has a lower limit of its own. */
const mostInflated = 64 * 1024 * 1024;

type Reader = (bytes: Uint8Array, options: ReadOptions) => DraftDocument | Promise<DraftDocument>;

/** Each reader is loaded when the first file of its format comes: most processes read one format, or none. */
const readers: Partial<Record<Format, () => Promise<Reader>>> = {
  'ddm-json': async () => (await import('./ddm-json/read-ddm-json.ts')).readDdmJson,
  'ddm-turtle': async () => (await import('./turtle/read-turtle.ts')).readTurtle,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  jats: async () => (await import('./jats/read-jats.ts')).readJats,
  latex: async () => (await import('./latex/read-latex.ts')).readLatex,
  markdown: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
  pdf: async () => {
    const [{ loadPdfium }, { readAnyPdf }] = await Promise.all([
      import('./pdf/engine/pdfium.ts'),
      import('./pdf/read-pdf.ts'),
    ]);
    await loadPdfium();
    return (bytes) => readAnyPdf(bytes);
  },
  tei: async () => (await import('./tei/read-tei.ts')).readTei,
};

/** Whether there is a reader for this format. */
export function isReadable(format: Format): boolean {
  return Object.hasOwn(readers, format);
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
  const reader = await readers[format]?.();
  if (!reader) throw new DdmError('ddm/unsupported-format', `${name} is in the format “${format}”.`);
  // Sources in LaTeX come as archives, which their reader opens itself.
  const content = format !== 'latex' && isGzip(bytes) ? inflate(bytes, mostInflated) : bytes;
  try {
    return await reader(content, options);
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
