import type { Document, Sentence } from '@askg/contract';
import { flatten } from '../facts.ts';
import { letters, likeness } from '../measures/letters.ts';
import type { Tally } from '../measures/tally.ts';
import type { PageWord } from './page-words.ts';
import { comparable, isRightToLeft } from './right-to-left.ts';

/** The words in the boxes are those of the sentence if they are as like as this; formulas differ between extractors. */
const same = 0.95;
/** Words whose middle is outside by less belong to the box: extractors measure heights of letters differently. */
const margin = 0.002;

export type BoxScore = Tally & { wrong: { id: string; text: string; page: number | undefined; onPage: string }[] };

/** Sentences of the running text and captions whose boxes hold, as an independent extractor sees the page, their text. */
export function scoreSentenceBoxes(document: Document, pages: readonly (readonly PageWord[])[]): BoxScore {
  const sentences = sentencesOf(document).filter(({ text }) => letters(text).length > 0);
  const wrong = sentences.flatMap((sentence) => {
    const onPage = textInBoxes(sentence, pages);
    const isRight = likeness(comparable(sentence.text), comparable(onPage)) >= same;
    return isRight ? [] : [{ id: sentence.id, text: sentence.text, page: sentence.boxes[0]?.page, onPage }];
  });
  return {
    matched: sentences.length - wrong.length,
    predicted: sentences.length,
    expected: sentences.length,
    wrong,
  };
}

function sentencesOf({ abstract, sections, figures, tables }: Document): Sentence[] {
  return [
    ...[abstract, ...flatten(sections).map(({ paragraphs }) => paragraphs)].flat().flatMap((each) => each.sentences),
    ...[...figures, ...tables].flatMap(({ caption }) => caption),
  ];
}

function textInBoxes({ boxes }: Sentence, pages: readonly (readonly PageWord[])[]): string {
  return boxes
    .map(({ page, x0, y0, x1, y1 }) =>
      (pages[page - 1] ?? [])
        .filter(({ x, y }) => x > x0 - margin && x < x1 + margin && y > y0 - margin && y < y1 + margin)
        .map((word) => word.text),
    )
    .flatMap((words) => (isRightToLeft(words.join('')) ? words.toReversed() : words))
    .join(' ');
}
