import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from '@jest/globals';
import { Corpus } from '@askg/corpus';

export type TestFolder = {
  path(...names: string[]): string;
  write(name: string, text: string | Uint8Array): string;
  corpus(): Corpus;
};

/** Gives each test a folder and a corpus of its own, and clears them away after it. */
export function useTestFolder(): TestFolder {
  let folder: string | undefined;
  let corpus: Corpus | undefined;
  const path = (...names: string[]): string => {
    folder ??= mkdtempSync(join(tmpdir(), 'askg-ingest-'));
    return join(folder, ...names);
  };
  afterEach(() => {
    corpus?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    corpus = undefined;
    folder = undefined;
  });
  return {
    path,
    write: (name, text) => {
      const file = path(name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    corpus: () => (corpus ??= Corpus.create(path('data'), { baseIri: 'http://localhost:3000/id/' })),
  };
}

/** A small JATS article. */
export function jats(title: string, doi?: string): string {
  const id = doi === undefined ? '' : `<article-id pub-id-type="doi">${doi}</article-id>`;
  return (
    `<article><front><article-meta>${id}<title-group><article-title>${title}</article-title></title-group>` +
    `</article-meta></front><body><sec><title>Introduction</title><p>This is ${title}. It has two sentences.</p></sec>` +
    `</body></article>`
  );
}
