import type { LabelledDocument, LabelledSentence } from './labelled.ts';

/**
 * A paper of NLPContributionGraph: its sentences, one a line, and the phrases that people marked in some of them
 * (`entities.txt`: number of the sentence from 1, offsets of its first sign and of the one after its last, phrase). `marked`
 * are the indices of sentences with phrases. A phrase that stands as the subject or object of a triple (`(a||b||c)`) is a
 * thing, the others are relations. Lines whose offsets do not hold their phrase are left out.
 */
export function readNcg(
  id: string,
  sentences: string,
  phrases: string,
  triples: string,
): LabelledDocument & { marked: ReadonlySet<number> } {
  const lines = sentences.split('\n');
  const things = new Set(
    [...triples.matchAll(/^\((.*?)\|\|.*?\|\|(.*)\)$/gmu)].flatMap(([, subject = '', object = '']) => [
      subject.trim(),
      object.trim(),
    ]),
  );
  const spans = new Map<number, LabelledSentence['spans']>();
  for (const line of phrases.split('\n')) {
    const [number, from, to, phrase] = line.split('\t');
    const index = Number(number) - 1;
    const [start, end] = [Number(from), Number(to)];
    if (phrase === undefined || lines[index]?.slice(start, end) !== phrase.trim()) continue;
    const own = spans.get(index) ?? [];
    own.push({ start, end, type: things.has(phrase.trim()) ? 'thing' : 'relation' });
    spans.set(index, own);
  }
  return {
    id,
    sentences: lines.map((text, i) => ({ text, spans: spans.get(i) ?? [] })),
    marked: new Set(spans.keys()),
  };
}
