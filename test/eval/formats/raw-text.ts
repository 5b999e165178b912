import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pageText } from '../documents/page/page-words.ts';
import { plainText } from '../documents/truths/plain-text.ts';
import type { PaperFile } from './find-pairs.ts';

/**
 * What a source holds, by simple means that share nothing with our readers: the text of XML without tags, Markdown and TeX
 * as they are with what stands beside them (of a bibliography the entries whose key the text has), and pages as
 * `pdftotext` gives them. Undefined where that is not installed.
 */
export function rawText({ kind, path }: PaperFile, hasPoppler: boolean): string | undefined {
  if (kind === 'pdf') return hasPoppler ? pageText(path) : undefined;
  if (kind === 'latex') return latexText(path);
  const text = readFileSync(path, 'utf8');
  if (kind === 'markdown') {
    const shown = text.replaceAll(/<!--[\s\S]*?-->/gu, '');
    const bibliography = path.replace(/\.md$/u, '.bib');
    return existsSync(bibliography) ? `${shown}\n\n${citedEntries(readFileSync(bibliography, 'utf8'), shown)}` : shown;
  }
  // Tags of blocks part words, tags inside sentences do not.
  return text
    .replaceAll(/<\/?(?:p|sec|title|td|th|tr|list-item|caption|label|ref|head|div|item|cell|row)\b[^>]*>/gu, '\n\n')
    .split(/\n\s*\n/u)
    .map(plainText)
    .join('\n\n');
}

function latexText(path: string): string {
  if (path.endsWith('.gz')) return gunzipSync(readFileSync(path)).toString('utf8');
  const folder = dirname(path);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const texts = files
    .filter((file) => /\.(?:tex|bbl)$/u.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const own = readFileSync(path, 'utf8');
  const hasList = existsSync(join(folder, `${basename(path, extname(path))}.bbl`));
  const bibs = hasList ? [] : files.filter((file) => file.endsWith('.bib'));
  return [...texts, ...bibs.map((file) => citedEntries(readFileSync(join(folder, file), 'utf8'), own))].join('\n\n');
}

function citedEntries(bibliography: string, text: string): string {
  return bibliography
    .split(/^(?=@)/mu)
    .filter((entry) => {
      const key = /^@\w+\s*\{\s*([^,\s]+)/u.exec(entry)?.[1];
      return key !== undefined && text.includes(key);
    })
    .join('\n\n');
}
