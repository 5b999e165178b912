import { sourcePath } from './source-path.ts';

/*
 * The text is that of a stranger: each part of a pattern is bounded, so that none takes more than its length in steps.
 */
const space = String.raw`\s{0,20}`;
const options = String.raw`(?:\[[^\]]{0,1000}\]${space}){0,3}`;
const group = String.raw`\{([^{}]{0,4000})\}`;

/** Commands that take one file in, by its name in braces or up to the next space. */
const inputs = new RegExp(
  String.raw`\\(?:input|include|subfile|subfileinclude|InputIfFileExists)(?![a-zA-Z@])${space}(?:${group}|([^\s{}\\%]{1,200}))`,
  'g',
);
const imports = new RegExp(String.raw`\\(?:sub)?import\*?${space}${group}${space}${group}`, 'g');
/** Commands with a list of names, and the extension of each. */
const lists = [
  [listOf('bibliography|addbibresource|addglobalbib'), '.bib'],
  [listOf('usepackage|RequirePackage'), '.sty'],
  [listOf('documentclass|documentstyle|LoadClass'), '.cls'],
] as const;
const pictures = listOf('includegraphics|includepdf|includesvg|pgfimage');
const pictureFolders = new RegExp(
  String.raw`\\graphicspath${space}\{((?:${space}\{[^{}]{0,200}\}){1,50})${space}\}`,
  'g',
);

function listOf(commands: string): RegExp {
  return new RegExp(String.raw`\\(?:${commands})\*?${space}${options}${group}`, 'g');
}

/**
 * The files that LaTeX may take in, as it names them: paths below the folder of the paper, each once, in order. They are
 * found without running macros: perhaps more than the reader will ask for, and none whose name a macro puts together.
 * @param folders where names are looked for, as `\import` changes it
 */
export function namedFiles(text: string, folders: readonly string[] = ['']): NamedFile[] {
  const named = new Map<string, NamedFile>();
  const add = (name: string, extensions: readonly string[], below: readonly string[]): void => {
    for (const folder of below) {
      for (const extension of extensions) {
        const path = sourcePath(name.endsWith(extension) ? name : name + extension, folder);
        if (path !== undefined && !named.has(path)) named.set(path, { path, folders: below });
      }
    }
  };
  for (const [, braced, bare] of text.matchAll(inputs)) add(braced ?? bare ?? '', texExtensions, folders);
  for (const [, folder = '', name = ''] of text.matchAll(imports)) {
    const below = sourcePath(folder);
    if (below !== undefined) add(name, texExtensions, [...new Set([below, ...folders])]);
  }
  for (const [pattern, extension] of lists) {
    for (const [, list = ''] of text.matchAll(pattern)) {
      for (const name of list.split(',')) add(name.trim(), [extension], folders);
    }
  }
  return [...named.values()];
}

/** A file and the folders that names in it are looked for. */
export type NamedFile = { path: string; folders: readonly string[] };

const texExtensions = ['.tex', '', '.ltx'];

/** The pictures that LaTeX shows, as paths below the folder of the paper; without an ending where the source gives none. */
export function namedPictures(text: string): string[] {
  const folders = [...text.matchAll(pictureFolders)].flatMap(([, list = '']) =>
    [...list.matchAll(/\{([^{}]*)\}/g)].map(([, folder = '']) => folder),
  );
  const names = [...text.matchAll(pictures)].map(([, name = '']) => name);
  const paths = names.flatMap((name) => ['', ...folders].map((folder) => sourcePath(name, folder)));
  return [...new Set(paths.filter((path) => path !== undefined))];
}
