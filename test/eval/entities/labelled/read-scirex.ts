import { type LabelledDocument, joinWords } from './labelled.ts';

type SciRexDocument = {
  doc_id: string;
  words: string[];
  sentences: [from: number, to: number][];
  ner: [from: number, to: number, type: string][];
};

/** A paper of SciREX (one JSON). Its words are parts of hyphenated ones; they are put together again. */
export function readSciRex(json: string): LabelledDocument {
  const { doc_id: id, words, sentences, ner } = JSON.parse(json) as SciRexDocument;
  const spans = ner.toSorted(([a], [b]) => a - b);
  let next = 0;
  return {
    id,
    sentences: sentences.map(([from, to]) => {
      const own = words.slice(from, to);
      const isHyphen = (i: number): boolean => own[i] === '-' && isWord(own[i - 1]) && isWord(own[i + 1]);
      const { text, places } = joinWords(own, (i) => isHyphen(i) || isHyphen(i - 1));
      while ((spans[next]?.[0] ?? Infinity) < from) next++;
      const inside: LabelledDocument['sentences'][number]['spans'] = [];
      for (; (spans[next]?.[0] ?? Infinity) < to; next++) {
        const [first, end, type] = spans[next]!;
        const start = places[first - from];
        const last = places[Math.min(end, to) - from - 1];
        if (start && last) inside.push({ start: start.start, end: last.end, type });
      }
      return { text, spans: inside };
    }),
  };
}

function isWord(text: string | undefined): boolean {
  return text !== undefined && /^[\p{L}\p{N}]+$/u.test(text);
}
