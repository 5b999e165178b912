import { type LabelledDocument, type LabelledSentence, joinWords } from './labelled.ts';

/**
 * SciERC as CoNLL lines (`word NN O label`): documents begin at `-DOCSTART-`, sentences end at an empty line. `I-` begins a
 * span too; `B-` only where one of the same type ends right before.
 */
export function readSciErc(conll: string): LabelledDocument[] {
  const documents: LabelledDocument[] = [];
  let words: string[] = [];
  let labels: string[] = [];
  const endSentence = (): void => {
    if (words.length > 0) documents.at(-1)?.sentences.push(sentenceOf(words, labels));
    words = [];
    labels = [];
  };
  for (const line of conll.split('\n')) {
    const [word = '', , , label = 'O'] = line.split(' ');
    if (word === '-DOCSTART-') {
      endSentence();
      documents.push({ id: `document ${documents.length + 1}`, sentences: [] });
    } else if (word === '') endSentence();
    else {
      words.push(word);
      labels.push(label);
    }
  }
  endSentence();
  return documents;
}

function sentenceOf(words: string[], labels: string[]): LabelledSentence {
  const { text, places } = joinWords(words);
  const spans: LabelledSentence['spans'] = [];
  labels.forEach((label, i) => {
    if (label === 'O') return;
    const type = label.slice(2);
    const goesOn = label.startsWith('I-') && (labels[i - 1] ?? 'O').slice(2) === type;
    const last = spans.at(-1);
    const { start = 0, end = 0 } = places[i] ?? {};
    if (goesOn && last) last.end = end;
    else spans.push({ start, end, type });
  });
  return { text, spans };
}
