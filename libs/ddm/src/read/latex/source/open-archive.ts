import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { DdmError } from '../../../ddm-error.ts';
import { isGzip } from '../../gzip/inflate.ts';
import { sourcePath } from './source-path.ts';

/**
 * Bounds of an archive: bytes that may come out (figures count, though they are not kept), files, bytes of text in all and
 * in one file, and folders inside each other.
 */
export type ArchiveLimits = { inflated: number; files: number; text: number; file: number; depth: number };

const usualLimits: ArchiveLimits = {
  inflated: 512 * 1024 * 1024,
  files: 5000,
  text: 32 * 1024 * 1024,
  file: 8 * 1024 * 1024,
  depth: 16,
};

/** What a paper's source is made of; pictures, fonts and tables of data are passed over. */
const isText = /\.(?:tex|ltx|latex|bbl|bib|sty|cls|def|bst|clo|tikz|txt|ins)$|^00README\.|^[^.]+$/i;

export type OpenedArchive = {
  files: Map<string, Uint8Array>;
  /** Names of links and of files outside the archive's folder, which were not read. */
  refused: string[];
};

/**
 * The text files of an archive. Nothing is written anywhere; links, devices and names that lead out of the archive are
 * refused, and every byte that comes out is counted, whatever the headers say.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-archive`
 */
export async function openArchive(bytes: Uint8Array, limits = usualLimits): Promise<OpenedArchive> {
  const opened: OpenedArchive = { files: new Map(), refused: [] };
  const tar = extract();
  const source = Readable.from(slices(bytes));
  let inflated = 0;
  const input = isGzip(bytes) ? source.pipe(createGunzip()) : source;
  input.on('error', (error: Error) => tar.destroy(error));
  input.on('data', (chunk: Uint8Array) => {
    inflated += chunk.length;
    if (inflated > limits.inflated) tar.destroy(tooLarge(`more than ${limits.inflated} bytes`));
  });
  input.pipe(tar);
  try {
    await readEntries(tar, opened, limits);
  } catch (error) {
    if (error instanceof DdmError) throw error;
    throw new DdmError('ddm/malformed-archive', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  } finally {
    source.destroy();
    input.destroy();
  }
  return opened;
}

async function readEntries(tar: Extract, opened: OpenedArchive, most: ArchiveLimits): Promise<void> {
  let entries = 0;
  let kept = 0;
  for await (const entry of tar) {
    const { name, type } = entry.header;
    if (++entries > most.files) throw tooLarge(`more than ${most.files} files`);
    const path = sourcePath(name);
    const isFile = type === 'file' || type === 'contiguous-file';
    const isDeep = path !== undefined && path.split('/').length > most.depth;
    if (path === undefined || isDeep || (!isFile && type !== 'directory')) opened.refused.push(name);
    const keeps = isFile && path !== undefined && !isDeep && isText.test(path.split('/').at(-1) ?? '');
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of entry as AsyncIterable<Uint8Array>) {
      if (!keeps) continue;
      size += chunk.length;
      kept += chunk.length;
      if (size > most.file) throw tooLarge(`${path}: more than ${most.file} bytes of text`);
      if (kept > most.text) throw tooLarge(`more than ${most.text} bytes of text`);
      chunks.push(chunk);
    }
    if (keeps) opened.files.set(path, Buffer.concat(chunks));
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  const size = 64 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function tooLarge(what: string): DdmError {
  return new DdmError('ddm/too-large', `The archive holds ${what}.`);
}
