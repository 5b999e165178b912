import type { PublicationStatus } from '@askg/contract';
import { byDocument } from './logged-status.ts';

/**
 * What publishers put before the title of a paper that was taken back: `RETRACTED: …`, `RETRACTED ARTICLE: …`. Only in
 * capitals: "Retracted: …" is how some publishers entitle the notice itself, and "Retraction: …" is always the notice.
 */
const mark = /^\s*\[?(RETRACTED|WITHDRAWN)(?: (?:ARTICLE|PAPER|CHAPTER))?\s*(?:\]\s*:?|[:–—]|\s-)\s+\S/;

/** The same for SQLite, which may find more titles than these. */
export const titleGlobs = ['RETRACTED*', 'WITHDRAWN*', '[[]RETRACTED*', '[[]WITHDRAWN*'] as const;

/** The status that a paper's own title states. */
export function statedByTitle(title: string): PublicationStatus | undefined {
  const word = mark.exec(title)?.[1];
  if (word === undefined) return undefined;
  return { status: word === 'RETRACTED' ? 'retracted' : 'withdrawn', source: byDocument };
}
