import { join } from 'node:path';
import { labelledPapers, questionsOf } from '../../textual-nodes/paper2lkg.ts';
import type { Source } from './sourced-paper.ts';

/** The questions of paper2lkg, each answered by sentences of its paper. */
export function paper2lkg(data: string): Source {
  const folder = join(data, 'paper2lkg-qa');
  return {
    name: 'paper2lkg',
    papers: labelledPapers(folder).map(({ number, document }) => ({
      id: number,
      title: document.title,
      document: { ...document, identifiers: { doi: `10.1000/paper2lkg.${number}` } },
    })),
    questions: questionsOf(folder).map(({ id, question }) => ({
      id,
      text: question,
      paper: id.split('-')[0] ?? '',
    })),
  };
}
