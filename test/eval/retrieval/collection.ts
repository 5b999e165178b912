import { createHash } from 'node:crypto';
import type { Document } from '@askg/contract';
import { paperKey } from '@askg/ddm';
import { type Judgements, type Passage, passagesOf } from '@askg/retrieval';
import { baseIri } from '../stack/demo-corpus.ts';

/** A question of a collection; `papers` are the keys of those that it is asked of, all when absent. */
export type CollectionQuestion = { id: string; text: string; papers?: readonly string[] };

/** Papers, questions, and which of them answer which: papers by their keys, or passages by their IRIs. */
export type Collection = {
  name: string;
  finds: 'paper' | 'passage';
  papers: readonly Document[];
  questions: readonly CollectionQuestion[];
  /** Opens the judgements; only called when all runs have been written. */
  judgements(): Judgements;
};

/** What stands for the file that a paper of a collection would have been read from. */
export function sourceOf({ identifiers, title }: Document): Buffer {
  return Buffer.from(identifiers.doi ?? title);
}

export function keyOfPaper(document: Document): string {
  return paperKey(document.identifiers, createHash('sha256').update(sourceOf(document)).digest('hex'));
}

/** The passages of a paper, with the IRIs that they have in the index. */
export function passagesOfPaper(document: Document): Passage[] {
  return passagesOf(document, { base: baseIri, key: keyOfPaper(document), graphDigest: '' });
}
