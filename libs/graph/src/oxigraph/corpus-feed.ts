import { Corpus } from '@askg/corpus';
import type { GraphFeed } from './graph-feed.ts';

/** The corpus of a folder, opened for reading. */
export async function openFeed(folder: string): Promise<GraphFeed> {
  return Corpus.open(folder, { readOnly: true });
}
