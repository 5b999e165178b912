import { join } from 'node:path';
import { latexPapers, latexPictures } from '@askg/ddm';
import { companionFile } from './companion-file.ts';
import { companionsBeside } from './companions-beside.ts';

/** Bounds of what is looked at in one folder: files, and bytes of each. Beyond them each file speaks for itself. */
const [mostFiles, mostBytes] = [200, 8 * 1024 * 1024];
const isTex = /\.(?:tex|ltx)$/i;

/**
 * What in and below a folder belongs to the LaTeX papers in it, by path, and why it is no paper of its own: files that they
 * take in, pictures that they show, the PDF made of them, and what stands beside them such as a supplement.
 * @param names the regular files of the folder
 * @param known paths of which it is known already that they are parts
 */
export function latexParts(
  folder: string,
  names: readonly string[],
  known: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = new Map<string, Buffer>();
  for (const name of names.filter((each) => isTex.test(each)).slice(0, mostFiles)) {
    const file = known.has(join(folder, name)) ? undefined : companionFile(folder, name, mostBytes);
    if (file) files.set(name, file);
  }
  const beside = new Map([...files].map(([name, bytes]) => [name, takenIn(join(folder, name), bytes)] as const));
  // Of files that take each other in, neither is a part.
  const isPart = (name: string): boolean =>
    [...beside].some(([other, taken]) => other !== name && taken.has(name) && beside.get(name)?.has(other) !== true);
  const whole = new Map([...files].filter(([name]) => !isPart(name)));
  const papers = latexPapers(whole);
  const parts = new Map<string, string>();
  for (const paper of papers) {
    const taken = beside.get(paper) ?? new Map<string, Buffer>();
    const texts = [files.get(paper), ...taken.values()].filter((bytes) => bytes !== undefined);
    for (const name of [...taken.keys(), ...texts.flatMap(latexPictures)]) {
      parts.set(join(folder, name), `part of ${paper}`);
    }
    const pdf = paper.replace(isTex, '.pdf');
    if (names.includes(pdf)) parts.set(join(folder, pdf), `the same paper stands beside it as ${paper}`);
  }
  if (papers.length === 0) return parts;
  for (const name of whole.keys()) {
    if (!papers.includes(name)) parts.set(join(folder, name), `stands beside ${papers.join(', ')}`);
  }
  for (const paper of papers) parts.delete(join(folder, paper));
  return parts;
}

function takenIn(path: string, bytes: Buffer): Map<string, Buffer> {
  try {
    return companionsBeside(path, bytes, 'latex');
  } catch {
    // Too much: reading the paper itself tells so.
    return new Map();
  }
}
