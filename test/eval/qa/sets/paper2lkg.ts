import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledPapers, questionsOf } from '../../textual-nodes/paper2lkg.ts';
import { overlap } from '../metrics/set-f1.ts';
import { tokenF1 } from '../metrics/token-f1.ts';
import type { ReadSet } from '../qa-set.ts';
import { isOfPart } from './part-of.ts';
import { readRows } from './rows.ts';

type Labelled = { id: string; sentences: string[] };
type Answered = { answer: string }[];

/** Sentences that answer each question, labelled by hand. */
const labels = join(import.meta.dirname, '..', '..', 'gold', 'paper2lkg-sentences.jsonl');

/** paper2lkg: F1 of the answer against the expected one, and of the quoted sentences against those labelled. */
export const paper2lkg: ReadSet = ({ data, gold, split }) => {
  const labelled = labelledPapers(data);
  const papers = labelled.map(({ number, document }) => ({
    id: number,
    document: { ...document, identifiers: { doi: `10.1000/paper2lkg.${number}` } },
    opening: (document.sections[0]?.paragraphs ?? []).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  }));
  const [first = ''] = readdirSync(data)
    .filter((name) => /^qa_\d+\.json$/u.test(name))
    .toSorted();
  const asked = isOfPart(join(data, first), split) ? questionsOf(data) : [];
  const questions = asked.map(({ id, question: text }) => ({ id, text, papers: [id.split('-')[0] ?? ''] }));
  return {
    name: 'paper2lkg',
    papers,
    questions,
    gold: () => {
      const due = new Map(readRows<Labelled>(labels).map(({ id, sentences }) => [id, sentences]));
      const texts = new Map(labelled.map((paper) => [paper.number, textsOf(paper)]));
      return (predictions) => {
        const wanted = predictions.map(({ id }) => {
          const of = texts.get(id.split('-')[0] ?? '');
          return new Set((due.get(id) ?? []).map((name) => of?.get(name) ?? name));
        });
        const found = predictions.map(({ evidence }, i) => overlap(new Set(evidence), wanted[i] ?? new Set<string>()));
        return {
          each: {
            'answer F1': predictions.map(({ id, answer }) => tokenF1(answer, answerTo(gold, id))),
            'evidence F1': found.map(({ f1 }) => f1),
            'evidence recall': found.map(({ recall }) => recall),
            'an answering sentence': found.map(({ recall }) => Number(recall > 0)),
          },
        };
      };
    },
  };
};

/** Text of each sentence by the name that the data set has for it. */
function textsOf({ document, ids }: ReturnType<typeof labelledPapers>[number]): Map<string, string> {
  const sentences = document.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.sentences),
  );
  const texts = new Map(sentences.map(({ id, text }) => [id, text]));
  return new Map([...ids].map(([name, id]) => [name, texts.get(id) ?? name]));
}

function answerTo(data: string, id: string): string {
  const [number = '', place = '1'] = id.split('-');
  const answered = JSON.parse(readFileSync(join(data, `qa_${number}.json`), 'utf8')) as Answered;
  return answered[Number(place) - 1]?.answer ?? '';
}
