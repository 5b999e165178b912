import type { Document } from '@askg/contract';
import { allSentences, type PaperPart, paperOfParts } from '../../qa/paper-of-parts.ts';

/** A question of a data set, and the paper that it was asked of. */
export type SourcedQuestion = {
  /** Id that the data set has for it. */
  id: string;
  text: string;
  /** Id of its paper in the data set. */
  paper: string;
  /** Papers that may answer it too, and so are no wrong ones. */
  related?: readonly string[];
  /** The data set, or the file that it came from, keeps it for tests. */
  isTest?: boolean;
};

export type SourcedPaper = { id: string; title: string; document: Document };

/** What one data set gives: questions that their paper answers, and papers, also such as no question is asked of. */
export type Source = { name: string; questions: readonly SourcedQuestion[]; papers: readonly SourcedPaper[] };

/** A paper of plain text. */
export function paperOfText(set: string, id: string, title: string, parts: readonly PaperPart[]): SourcedPaper {
  return { id, title, document: paperOfParts(set, id, title, parts).document };
}

/** All that a paper says, for comparing papers by their words. */
export function textOf({ title, document }: Pick<SourcedPaper, 'title' | 'document'>): string {
  return [title, ...allSentences({ document })].join(' ');
}
