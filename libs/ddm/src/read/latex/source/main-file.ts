import { folderOf } from './source-path.ts';
import type { SourceFiles } from './source-files.ts';

/** Enough to get past a licence and a preamble of comments. */
const headBytes = 256 * 1024;

/**
 * The file that a paper is typeset from: the one with a document class and a beginning that no other file takes in. Of
 * several the one that typical names, its place and its size speak for; of equals the first by name.
 */
export function mainFile(files: SourceFiles): string | undefined {
  const named = namedFile(files);
  if (named !== undefined) return named;
  const heads = files.paths
    .filter((path) => !/\.(?:bib|bbl|sty|cls|def|bst|clo|ins)$/i.test(path))
    .map((path) => ({ path, head: withoutComments(headOf(files.bytes(path))) }));
  const classed = heads.filter(({ head }) => /\\document(?:class|style)\b/.test(head));
  const candidates = classed.length > 0 ? classed : heads.filter(({ head }) => /\\begin\s*\{document\}/.test(head));
  const scored = candidates.map(({ path, head }) => ({ path, score: score(path, head, files) }));
  return scored.toSorted((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1))[0]?.path;
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
  const base = path.split('/').at(-1)?.toLowerCase() ?? '';
  return (
    (/\\begin\s*\{document\}/.test(head) ? 8 : 0) +
    (/\\(?:title|maketitle)\b/.test(head) ? 4 : 0) +
    (/\\documentclass[^{]*\{(?:standalone|subfiles|beamer|letter|minimal)\}/.test(head) ? -12 : 0) +
    (/supp|appendix|rebuttal|response|cover|slides|poster|template|sample/.test(base) ? -3 : 0) +
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
