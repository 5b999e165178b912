import { open, readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Format, Problem } from '@askg/contract';
import { DdmError, detectFormat, holdsPaper, isReadable } from '@askg/ddm';
import { IngestError } from '../ingest-error.ts';
import { saysPaper } from './says-paper.ts';

export type Choice =
  | { type: 'paper'; format: Format; bytes: Buffer }
  | { type: 'skipped'; reason: string }
  | { type: 'failed'; problem: Problem };

/** Enough for `detectFormat`. */
const headBytes = 64 * 1024;
/** Bytes above which a file is not even looked at; each reader has a lower limit of its own. */
const mostBytes = 256 * 1024 * 1024;
/** Endings of what papers in LaTeX take in, whatever it looks like. */
const inPapers = /\.(?:bib|bbl|sty|cls|clo|def|bst|dtx|ins)$/i;
/** Endings that say “a paper”: what is wrong with such a file is told even when it was not given by name. */
const paperEndings = new Set(['.xml', '.nxml', '.jats']);

/**
 * Decides by the first bytes of a file whether it shall be read. Of a file found in a folder, one that is no paper or has
 * no reader yet is skipped; of one given by name, the same is a failure.
 */
export async function choose(path: string, named: boolean, as?: Format): Promise<Choice> {
  if (!named && inPapers.test(path)) return skipped(whyNoPaper(path, false));
  try {
    const { head, size } = await headOf(path);
    const isPaper = named || paperEndings.has(extname(path).toLowerCase());
    if (size > mostBytes && isPaper) return failed(new DdmError('ddm/too-large', `${path} has ${size} bytes.`));
    if (size === head.length && isBlank(head)) {
      return isPaper ? failed(new DdmError('ddm/empty-file', `${path} has no content.`)) : skipped('empty');
    }
    const format = as ?? detectFormat(head, basename(path));
    if (format && !named && !saysPaper(head, format)) {
      return skipped(`${format}, but nothing in it says that it is a paper`);
    }
    if (format && isReadable(format)) {
      const bytes = await readFile(path);
      if (!named && !(await holdsPaper(bytes, format))) return skipped('an archive without a paper in it');
      return { type: 'paper', format, bytes };
    }
    if (format) {
      return named
        ? failed(new DdmError('ddm/unsupported-format', `${path} is in the format “${format}”.`))
        : skipped(`the format ${format} cannot be read yet`);
    }
    if (!named) return skipped(whyNoPaper(path, isPaper));
    // Of XML that is not recognised, its reader says best what is wrong.
    if (looksLikeXml(head)) return { type: 'paper', format: 'jats', bytes: await readFile(path) };
    return failed(new DdmError('ddm/unknown-format', `${path} is in none of the known formats.`));
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return failed(new IngestError('ingest/unreadable', `${path}: ${cause.code}.`, { cause }));
  }
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, headBytes));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** In UTF-16 every other byte is zero, and a byte order mark may stand first. */
function looksLikeXml(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!a-z]/i.test(head.toString('latin1', 0, 256).replaceAll('\0', ''));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}

function whyNoPaper(path: string, isPaper: boolean): string {
  if (extname(path).toLowerCase() === '.bib') return 'a bibliography, which is read with the papers that name it';
  if (inPapers.test(path)) return 'a part of papers in LaTeX';
  return isPaper ? 'not recognised as a paper' : 'not a paper';
}

function skipped(reason: string): Choice {
  return { type: 'skipped', reason };
}

function failed(error: DdmError | IngestError): Choice {
  return { type: 'failed', problem: error.toProblem() };
}
