import { folderOf } from './source-path.ts';
import type { SourceFiles } from './source-files.ts';

/** Enough to get past a licence and a preamble of comments. */
const headBytes = 256 * 1024;

type Candidate = { path: string; head: string; score: number };

/**
 * The file that a paper is typeset from: the one with a document class and a beginning that no other file takes in. Of
 * several the one that typical names, its place and its size speak for; of equals the first by name.
 */
export function mainFile(files: SourceFiles): string | undefined {
  return namedFile(files) ?? candidates(files)[0]?.path;
}

/**
 * The papers of a folder that may hold one or several: of the files that begin a document those that are no pictures,
 * slides, letters or supplements of another; of those with the same title the one that `mainFile` would take.
 * @param files the LaTeX files of the folder, without those that others take in
 */
export function mainFiles(files: SourceFiles): string[] {
  const named = namedFile(files);
  if (named !== undefined) return [named];
  const whole = candidates(files).filter(({ head }) => !isPiece.test(head));
  const papers = whole.filter(({ path, head }) => !isAside(path, head));
  const byTitle = new Map<string, string>();
  for (const { path, head } of papers.length > 0 ? papers : whole.slice(0, 1)) {
    const title = titleIn(head) ?? path;
    if (!byTitle.has(title)) byTitle.set(title, path);
  }
  return [...byTitle.values()].toSorted();
}

/** The files that begin a document, the likeliest first. */
function candidates(files: SourceFiles): Candidate[] {
  const heads = files.paths
    .filter((path) => !/\.(?:bib|bbl|sty|cls|def|bst|clo|ins)$/i.test(path))
    .map((path) => ({ path, head: withoutComments(headOf(files.bytes(path))) }));
  const classed = heads.filter(({ head }) => /\\document(?:class|style)\b/.test(head));
  const beginning = classed.length > 0 ? classed : heads.filter(({ head }) => /\\begin\s*\{document\}/.test(head));
  const scored = beginning.map(({ path, head }) => ({ path, head, score: score(path, head, files) }));
  return scored.toSorted((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
}

/** Classes of what is made to be put into something else. */
const isPiece = /\\documentclass[^{]*\{(?:standalone|subfiles)\}/;

function isAside(path: string, head: string): boolean {
  return asideClass.test(head) || asideName.test(baseOf(path));
}

const asideClass = /\\documentclass[^{]*\{(?:standalone|subfiles|beamer|letter|minimal)\}/;
const asideName = /supp|appendix|rebuttal|response|cover|slides|poster|template|sample/;

/** The letters of a title, by which versions of one paper are known. */
function titleIn(head: string): string | undefined {
  const title = /\\title\s*(?:\[[^\]]*\])?\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(head)?.[1]?.toLowerCase();
  const letters = title?.replaceAll(/\\[a-z]+|[^\p{L}\p{N}]/gu, '');
  return letters === '' ? undefined : letters;
}

function baseOf(path: string): string {
  return path.split('/').at(-1)?.toLowerCase() ?? '';
}

/** arXiv's own note beside a source may name the file. */
function namedFile(files: SourceFiles): string | undefined {
  const note = files.paths.find((path) => /^00README\.(?:XXX|json|yaml|txt)$/i.test(path));
  const text = note === undefined ? '' : headOf(files.bytes(note));
  const name =
    /^(\S+\.tex)\s+toplevelfile/m.exec(text)?.[1] ??
    /"filename"\s*:\s*"([^"]+\.tex)"[^{}]*"usage"\s*:\s*"toplevel"/.exec(text)?.[1];
  return name !== undefined && files.bytes(name) ? name : undefined;
}

function score(path: string, head: string, files: SourceFiles): number {
  const base = baseOf(path);
  return (
    (/\\begin\s*\{document\}/.test(head) ? 8 : 0) +
    (/\\(?:title|maketitle)\b/.test(head) ? 4 : 0) +
    (asideClass.test(head) ? -12 : 0) +
    (asideName.test(base) ? -3 : 0) +
    (/^(?:main|ms|paper|article|arxiv|manuscript)\.(?:tex|ltx)$/.test(base) ? 3 : 0) +
    (files.bytes(path.replace(/\.[^.]+$/, '.bbl')) ? 2 : 0) -
    (folderOf(path) === '' ? 0 : folderOf(path).split('/').length) +
    Math.min(1, head.length / headBytes)
  );
}

function headOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder('windows-1252').decode(bytes?.subarray(0, headBytes));
}

function withoutComments(text: string): string {
  return text.replaceAll(/(?<!\\)%[^\n]*/g, '');
}
