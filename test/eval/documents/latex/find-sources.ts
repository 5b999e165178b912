import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PdfFile } from '../pairs.ts';

/**
 * Sources in LaTeX below a folder, by name: archives as arXiv gives them, and files with a document class, whose companions
 * stand in their folder. A file called `main` goes by the name of its folder.
 */
export function findSources(folder: string): PdfFile[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const top = join(basename(dirname(resolve(folder))), basename(resolve(folder)));
  return files
    .filter((file) => file.endsWith('.gz') || (file.endsWith('.tex') && isMain(join(folder, file))))
    .map((file) => ({
      name: /^main\.tex$/u.test(basename(file)) ? dirname(file) : file.replace(/\.(?:tar\.gz|t?gz|tex)$/u, ''),
      template: top,
      path: join(folder, file),
    }));
}

function isMain(path: string): boolean {
  return /^[^%\n]*\\document(?:class|style)\b/mu.test(readFileSync(path, 'latin1'));
}
