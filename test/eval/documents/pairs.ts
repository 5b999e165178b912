import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

export type PdfFile = {
  /** Path below the data folder without `.pdf`; also the name of its prediction. */
  name: string;
  /** The folder it stands in, with the one around it: papers of one folder come from one template. */
  template: string;
  path: string;
};

/** Every PDF below a folder, by name. A paper in a folder of its own (`NAME/article.pdf`) belongs to the folder above. */
export function findPdfs(folder: string): PdfFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pdf'))
    .toSorted()
    .map((file) => {
      const isAlone = basename(file) === 'article.pdf';
      const name = isAlone ? dirname(file) : file.replace(/\.pdf$/u, '');
      const below = dirname(isAlone ? dirname(file) : file);
      const top = join(basename(dirname(resolve(folder))), basename(resolve(folder)));
      return { name, template: below === '.' ? top : join(top, below), path: join(folder, file) };
    });
}

/** `sample` of the files, spread evenly over their order. */
export function sampleOf<T>(files: readonly T[], sample: number | undefined): T[] {
  if (sample === undefined || sample >= files.length) return [...files];
  return Array.from({ length: sample }, (_, i) => files[Math.floor((i * files.length) / sample)] as T);
}

const endings = ['.jats.xml', '.nxml', '.xml', '.md', '.crossref.xml', '.json'];

/**
 * The files that tell the truth about a PDF, the richest first: beside it in the gold folder, or a text in a folder of the
 * paper's name.
 */
export function findTruths({ name, path }: PdfFile, data: string, gold: string): string[] {
  const beside = join(gold, relative(data, path)).replace(/\.pdf$/u, '');
  const id = basename(name);
  const candidates = [
    ...endings.map((ending) => `${beside}${ending}`),
    ...(basename(path) === 'article.pdf' ? [`${beside}.yaml`] : []),
    join(gold, id, `${id}-Grobid-out.txt`),
  ];
  return [...new Set(candidates)].filter((candidate) => existsSync(candidate));
}
