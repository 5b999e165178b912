import type { Document, Mention } from '@askg/contract';
import { codePointOffsets } from '../../../libs/ddm/src/document/code-points.ts';
import type { LabelledDocument } from './labelled/labelled.ts';

/** A span of a sentence, by the id of its document and sentence; offsets in code points. */
export type Span = { id: string; start: number; end: number; type: string };

/** What people marked. */
export function goldSpans({ id, sentences }: LabelledDocument, typeOf: (type: string) => string): Span[] {
  return sentences.flatMap(({ text, spans }, i) => {
    const toCodePoints = codePointOffsets(text);
    return spans.map(({ start, end, type }) => ({
      id: `${id}#${i + 1}`,
      start: toCodePoints(start),
      end: toCodePoints(end),
      type: typeOf(type),
    }));
  });
}

/** What an enriched document mentions. */
export function foundSpans(id: string, document: Document, typeOf: (mention: Mention) => string): Span[] {
  const paragraphs = [...document.abstract, ...document.sections.flatMap((section) => section.paragraphs)];
  return paragraphs
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ id: sentence, mentions = [] }) =>
      mentions.map((mention) => ({
        id: `${id}#${/\d+$/.exec(sentence)?.[0] ?? ''}`,
        start: mention.start,
        end: mention.end,
        type: typeOf(mention),
      })),
    );
}
