import type { Corpus } from '@askg/corpus';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import { awaitIndex } from './await-index.ts';

/** Lets all papers be searched by words; what cannot be indexed is told and left out. */
export async function bringIndexInStep(shell: Shell, signal: AbortSignal): Promise<void> {
  await withCorpus(shell, {}, async (corpus) => {
    const papers = corpus.papers().filter(({ graphDigest }) => graphDigest !== undefined);
    // Asked first: an index on a server that is down would be waited for in vain.
    const isThere = await hasPassages(shell, corpus);
    if (isThere && papers.every(({ state }) => state !== 'committed')) return;
    const failed = await awaitIndex(shell, corpus, new Set(papers.map(({ key }) => key)), 'indexed', signal);
    for (const [paper, why] of failed) shell.say(`${paper} could not be indexed: ${why}`);
  });
}

/** The index that the catalog speaks of may have been deleted, or be one that another version has made. */
async function hasPassages(shell: Shell, { folder }: Corpus): Promise<boolean> {
  // Loaded here only: no other command needs its engine.
  const { openPassageIndex, readOpenSearchSettings } = await import('@askg/retrieval');
  const { openSearch } = shell.config;
  const index = await openPassageIndex(folder, openSearch && readOpenSearchSettings(openSearch));
  try {
    return (await index.counts()).passages > 0;
  } finally {
    await index.close();
  }
}
