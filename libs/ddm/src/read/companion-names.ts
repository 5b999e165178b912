import type { Format } from '@askg/contract';
import { isGzip } from './gzip/inflate.ts';
import { isTar } from './latex/source/is-archive.ts';
import { namedFiles } from './latex/source/named-files.ts';
import { sourcePath } from './latex/source/source-path.ts';

/** Bibliographies are named in the front matter, or near the end of a paper in LaTeX. */
const longestText = 8 * 1024 * 1024;
/** What a paper in LaTeX takes in and its reader reads: text of TeX, never programs, data or whatever stands beside. */
const latexFile =
  /^(?:[\p{L}\p{N}_+-][\p{L}\p{N}_.+-]*\/){0,15}[\p{L}\p{N}_+-][\p{L}\p{N}_.+-]*\.(?:tex|ltx|bbl|bib|sty|cls|clo|tikz)$/u;

/** A file beside a paper, and the folders that names in it are looked for. */
export type NamedCompanion = { path: string; folders?: readonly string[] };

/**
 * The files that would stand beside a paper in plain text and that it names, each once, in order: bibliographies of
 * Markdown; all files of text that LaTeX takes in. Perhaps more than its reader will ask for.
 * @param from the paper's own name, after which its list of references is called, or the folders in which a file that
 * was taken in itself looks for others
 */
export function companionNames(
  bytes: Uint8Array,
  format: Format,
  from: { fileName?: string; folders?: readonly string[] } = {},
): NamedCompanion[] {
  if ((format !== 'markdown' && format !== 'latex') || isGzip(bytes) || isTar(bytes)) return [];
  const text = new TextDecoder().decode(bytes.subarray(0, longestText));
  if (format === 'markdown') {
    const names = [...text.matchAll(/[\w.-]+\.bib\b/g)].map(([name]) => name);
    return [...new Set(names)].filter((name) => isCompanionName(name, format)).map((path) => ({ path }));
  }
  const list = from.fileName === undefined ? [] : [{ path: from.fileName.replace(/\.(?:tex|ltx)$/i, '') + '.bbl' }];
  return [...list, ...namedFiles(text, from.folders)].filter(({ path }) => isCompanionName(path, format));
}

/**
 * Whether a name is that of a file that a paper of this format may be read with: below the folder of the paper, hidden
 * nowhere, with an ending that says what it is for. Markdown takes bibliographies in its own folder only.
 */
export function isCompanionName(name: string, format: Format): boolean {
  if (format === 'markdown') return /^[\w.-]+\.bib$/.test(name);
  return format === 'latex' && latexFile.test(name) && sourcePath(name) === name;
}
