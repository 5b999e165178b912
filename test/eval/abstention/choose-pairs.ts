import { createHash } from 'node:crypto';
import type { Pair } from './pair.ts';
import { PaperLikeness } from './similar-paper.ts';
import type { Source, SourcedQuestion } from './sources/sourced-paper.ts';

export type Share = {
  /** Questions to take, and how many of them one paper may give. */
  questions: number;
  perPaper: number;
};

/**
 * Pairs of one data set: questions in the order of a hash of their ids, each asked once of its own paper and once of the paper
 * most like that one. Papers in the order of their hashes go to the halves by turns, so that a paper's questions stay together;
 * what a data set keeps for tests is only ever in the test half.
 */
export function choosePairs({ name, questions, papers }: Source, { questions: most, perPaper }: Share): Pair[] {
  const likeness = new PaperLikeness(papers);
  const taken = take(questions, most, perPaper);
  const open = new Set(taken.filter(({ isTest }) => !isTest).map(({ paper }) => paper));
  const development = new Set([...open].toSorted(byHash).filter((_, i) => i % 2 === 0));
  return taken.flatMap((question) => {
    const { id, paper, related = [] } = question;
    const similar = likeness.nearest(paper, new Set(related));
    if (similar === undefined) return [];
    const split = !question.isTest && development.has(paper) ? 'development' : 'test';
    const pair = (asked: Pair['asked'], of: string): Pair => ({
      id: `${name}/${id}/${asked}`,
      set: name,
      question: id,
      paper: of,
      asked,
      split,
    });
    return [pair('own', paper), pair('similar', similar)];
  });
}

function take(questions: readonly SourcedQuestion[], most: number, perPaper: number): SourcedQuestion[] {
  const taken = new Map<string, number>();
  const inOrder = questions.toSorted((a, b) => byHash(a.id, b.id));
  return inOrder
    .filter(({ paper }) => {
      taken.set(paper, (taken.get(paper) ?? 0) + 1);
      return (taken.get(paper) ?? 0) <= perPaper;
    })
    .slice(0, most);
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function byHash(a: string, b: string): number {
  return hashOf(a) < hashOf(b) ? -1 : 1;
}
