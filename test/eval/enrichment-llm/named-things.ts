import type { LabelledDocument } from '../entities/labelled/labelled.ts';
import type { Span } from '../entities/spans.ts';

/**
 * The different names that spans give, without regard to case, each by its document and as a span of that document: what is
 * named at all, however often it is said.
 */
export function namedThings(documents: readonly LabelledDocument[], spans: readonly Span[]): Span[] {
  const texts = new Map<string, string>(
    documents.flatMap(({ id, sentences }) => sentences.map(({ text }, i) => [`${id}#${i + 1}`, text] as const)),
  );
  return spans.map(({ id, start, end, type }) => {
    const name = [...(texts.get(id) ?? '')].slice(start, end).join('').toLowerCase();
    return { id: `${id.replace(/#\d+$/, '')} ${name}`, start: 0, end: name.length, type };
  });
}
