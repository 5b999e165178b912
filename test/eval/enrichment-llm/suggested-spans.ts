import type { Suggestions } from '@askg/ddm';
import { codePointOffsets } from '../../../libs/ddm/src/document/code-points.ts';
import type { LabelledDocument } from '../entities/labelled/labelled.ts';
import type { Span } from '../entities/spans.ts';
import { typeOfMention } from '../entities/type-mapping.ts';

/**
 * Where suggested names stand. A model names a sentence, not a place in it, so each whole occurrence of the label in a sentence
 * that was named counts.
 */
export function suggestedSpans({ id, sentences }: LabelledDocument, { entities }: Suggestions): Span[] {
  return entities.flatMap(({ label, type, sentences: named }) =>
    named.flatMap((sentence) => {
      const number = Number(/\d+$/.exec(sentence)?.[0] ?? 0);
      const text = sentences[number - 1]?.text ?? '';
      const toCodePoints = codePointOffsets(text);
      return placesOf(label, text).map((start) => ({
        id: `${id}#${number}`,
        start: toCodePoints(start),
        end: toCodePoints(start + label.length),
        type: typeOfMention({ type }),
      }));
    }),
  );
}

function placesOf(label: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + label.length)) {
    const isPartOfWord =
      /[\p{L}\p{N}]$/u.test(text.slice(0, at)) || /^[\p{L}\p{N}]/u.test(text.slice(at + label.length));
    if (!isPartOfWord) places.push(at);
  }
  return places;
}
