/** A sentence with spans that people have marked in it; offsets in UTF-16 code units. */
export type LabelledSentence = { text: string; spans: { start: number; end: number; type: string }[] };

/** A document of labelled sentences. */
export type LabelledDocument = { id: string; sentences: LabelledSentence[] };

/** Words of a treebank as a text: each word's place in it. Brackets are written as in print. */
export function joinWords(
  words: readonly string[],
  isGlued: (i: number) => boolean = () => false,
): { text: string; places: { start: number; end: number }[] } {
  let text = '';
  const places = words.map((word, i) => {
    if (i > 0 && !isGlued(i)) text += ' ';
    const start = text.length;
    text += brackets[word] ?? word;
    return { start, end: text.length };
  });
  return { text, places };
}

const brackets: Record<string, string> = {
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
  '``': '“',
  "''": '”',
};
