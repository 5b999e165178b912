import { join } from 'node:path';
import type { Judgements } from '@askg/retrieval';
import { goldOf, inputsOf } from '../demo/questions.ts';
import { readPapers } from '../stack/demo-corpus.ts';
import { type Collection, passagesOfPaper } from './collection.ts';

/** The papers of the demo with its development questions: the passages that hold a sentence of the expected answer. */
export async function demoCollection(folder: string): Promise<Collection> {
  const papers = await readPapers(join(folder, 'papers'));
  return {
    name: 'demo',
    finds: 'passage',
    papers,
    questions: inputsOf(folder, 'development').map(({ id, question }) => ({ id, text: question })),
    judgements: () => {
      const passages = papers.flatMap(passagesOfPaper);
      const judgements: Judgements = new Map();
      for (const { id, expect } of goldOf(folder, 'development')) {
        const wanted = expect.sentences?.map(({ text }) => text) ?? [];
        const answers = passages.filter(({ text }) => wanted.some((sentence) => text.includes(sentence)));
        judgements.set(id, new Map(answers.map(({ iri }) => [iri, 1])));
      }
      return judgements;
    },
  };
}
