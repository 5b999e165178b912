import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findSources } from '../documents/latex/find-sources.ts';
import type { PdfFile } from '../documents/pairs.ts';

export type Kind = 'markdown' | 'jats' | 'latex' | 'tei' | 'pdf';
export type PaperFile = PdfFile & { kind: Kind };
/** Two files of one paper; `silver`: one of them was made of the other by a converter. */
export type Pair = { paper: string; one: PaperFile; other: PaperFile; silver: boolean };

const endings: readonly (readonly [Kind, string])[] = [
  ['markdown', '.md'],
  ['jats', '.jats.xml'],
  ['jats', '.nxml'],
  ['tei', '.tei.xml'],
  ['pdf', '.pdf'],
];

/** Every pair of files below a folder that have one name, but for the ending that tells the format. */
export function pairsByName(folder: string): Pair[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const found = files.flatMap((file): PaperFile[] => {
    const [kind, ending = ''] = endings.find(([, each]) => file.endsWith(each)) ?? [];
    if (kind === undefined) return [];
    const name = file.slice(0, -ending.length);
    return [{ kind, name: join(basename(folder), name), template: folderName(folder), path: join(folder, file) }];
  });
  const papers = [...Map.groupBy(found, ({ name }) => name)];
  return papers.flatMap(([paper, forms]) =>
    forms.flatMap((one, i) =>
      // What GROBID made of a PDF stands beside it as TEI.
      forms.slice(i + 1).map((other) => ({ paper, one, other, silver: one.kind === 'tei' || other.kind === 'tei' })),
    ),
  );
}

/**
 * Sources beside the Markdown that docling made of them, in a folder with `sources` and `groundtruth`: `NAME.nxml` and
 * `NAME.nxml.md`; `NAME/main.tex` and `NAME_main.tex.md`.
 */
export function pairsWithConverter(folder: string): Pair[] {
  const folders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('groundtruth'),
  );
  return folders.toSorted().flatMap((each) => {
    const gold = join(folder, each);
    const sources = join(dirname(gold), 'sources');
    if (!existsSync(sources)) return [];
    return readdirSync(gold)
      .toSorted()
      .flatMap((markdown): Pair[] => {
        const name = /^(.+\.(?:nxml|xml|tex))\.md$/u.exec(markdown)?.[1];
        if (name === undefined) return [];
        const path = [join(sources, name), join(sources, name.replace('_', '/'))].find((candidate) =>
          existsSync(candidate),
        );
        if (path === undefined) return [];
        const kind = name.endsWith('.tex') ? 'latex' : 'jats';
        const paper = join(basename(folder), name);
        const template = folderName(folder);
        const other: PaperFile = { kind: 'markdown', name: `${paper}.converter`, template, path: join(gold, markdown) };
        return [{ paper, one: { kind, name: paper, template, path }, other, silver: true }];
      });
  });
}

/** Sources in LaTeX and PDFs below some folders, of which the titles tell who belongs together. */
export function latexAndPdfs(folders: readonly string[]): { sources: PaperFile[]; pdfs: PaperFile[] } {
  const sources = folders.flatMap((folder) => findSources(folder).map((file) => ({ ...file, kind: 'latex' as const })));
  const pdfs = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.pdf'))
      .toSorted()
      .map((file) => {
        const name = join(basename(folder), file.replace(/\.pdf$/u, ''));
        return { kind: 'pdf' as const, name, template: folderName(folder), path: join(folder, file) };
      }),
  );
  const isPaper = ({ path }: PaperFile): boolean =>
    path.endsWith('.gz') || readFileSync(path, 'latin1').includes('\\title');
  return { sources: sources.filter(isPaper), pdfs };
}

function folderName(folder: string): string {
  return join(basename(dirname(resolve(folder))), basename(resolve(folder)));
}
