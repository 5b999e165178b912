import { Corpus, type OpenOptions } from '@askg/corpus';
import type { Shell } from './shell.ts';

/** Opens the corpus for as long as `use` takes. @throws CorpusError corpus/not-found, corpus/locked, … */
export async function withCorpus<T>(
  shell: Shell,
  options: OpenOptions,
  use: (corpus: Corpus) => T | Promise<T>,
): Promise<T> {
  const corpus = Corpus.open(shell.config.data, options);
  try {
    return await use(corpus);
  } finally {
    corpus.close();
  }
}

/** The same for a command that may be the first one: without a corpus it makes an empty one. */
export async function withNewCorpus<T>(shell: Shell, use: (corpus: Corpus) => Promise<T>): Promise<T> {
  makeCorpusIfAbsent(shell);
  return withCorpus(shell, {}, use);
}

/** @returns whether there was none */
export function makeCorpusIfAbsent(shell: Shell): boolean {
  const { data, baseIri } = shell.config;
  if (Corpus.exists(data)) return false;
  try {
    Corpus.create(data, { baseIri }).close();
    return true;
  } catch (error) {
    // Another command may have made it just now.
    if ((error as { code?: string }).code === 'corpus/exists') return false;
    throw error;
  }
}
