import type { Document, Sentence } from '@askg/contract';
import { codePointOffsets } from '../../../libs/ddm/src/document/code-points.ts';
import type { LabelledDocument } from './labelled/labelled.ts';

/** SciREX writes this where a citation stood. */
const citation = /\[ reference \]/g;

/**
 * Labelled sentences as a document that can be enriched: an abstract where there are few, else a section. The sentence with
 * index n has the id `…/t<n+1>`.
 */
export function documentOf({ sentences }: LabelledDocument, isAbstract: boolean): Document {
  const whole = isAbstract ? 'abstract/p1' : 's1/p1';
  const list = sentences.map(({ text }, i): Sentence => {
    const toCodePoints = codePointOffsets(text);
    const citations = [...text.matchAll(citation)].map(({ 0: marker, index }) => ({
      marker,
      start: toCodePoints(index),
      end: toCodePoints(index + marker.length),
      references: [],
    }));
    return { id: `${whole}/t${i + 1}`, text, boxes: [], citations };
  });
  const paragraph = { id: whole, kind: 'text' as const, sentences: list };
  return {
    schema: 'askg.document/1',
    format: 'markdown',
    digest: '0'.repeat(64),
    title: isAbstract ? '' : (sentences[0]?.text ?? ''),
    abstract: isAbstract ? [paragraph] : [],
    identifiers: {},
    keywords: [],
    contributors: [],
    sections: isAbstract
      ? []
      : [{ id: 's1', heading: '', depth: 1, role: 'other', paragraphs: [paragraph], sections: [] }],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}
