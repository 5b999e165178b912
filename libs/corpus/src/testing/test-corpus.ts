import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Corpus } from '../corpus.ts';
import { killAll } from './start-process.ts';
import { openCorpus } from './test-paper.ts';

/** Gives each test folders and corpora of its own, and clears them away after it. */
export function useCorpora(): {
  folder: () => string;
  create: (options?: { baseIri?: string; id?: string }) => Corpus;
} {
  const folders: string[] = [];
  const corpora: Corpus[] = [];
  afterEach(async () => {
    await killAll();
    for (const corpus of corpora.splice(0)) corpus.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const folder = (): string => {
    const outer = mkdtempSync(join(tmpdir(), 'corpus-'));
    folders.push(outer);
    return join(outer, 'data');
  };
  return {
    folder,
    create: (options = {}) => {
      const corpus = openCorpus(folder(), options);
      corpora.push(corpus);
      return corpus;
    },
  };
}
