import type { DraftParagraph, DraftText } from '../../../document/draft.ts';
import { DraftTextBuilder } from '../../../document/draft-text.ts';
import { rdfs } from '../../../rdf/terms.ts';
import type { Findings } from '../../jats/findings.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg, dcDescription, domo } from '../vocabularies.ts';
import { inOrder } from './in-order.ts';
import type { TextMender } from './text-mender.ts';

const textProperties = [...domo('Text'), ...askg('hasText', 'contents')];

/** The text of a paragraph, from wherever the form of the graph keeps it. */
export function textOf(graph: TripleGraph, paragraph: Resource): string {
  const told = paragraph.text(...textProperties);
  if (told !== undefined) return told;
  const sentences = inOrder(graph.linked(paragraph, ...askg('hasSentence')));
  if (sentences.length > 0) return sentences.map((sentence) => sentence.text(...textProperties) ?? '').join(' ');
  return paragraph.text(rdfs.label) ?? '';
}

/** Paragraphs in this order, as text without the damage that can be mended; sentences are cut anew. */
export function readParagraphs(
  graph: TripleGraph,
  paragraphs: readonly Resource[],
  mender: TextMender,
  findings: Findings,
): DraftParagraph[] {
  return paragraphs.flatMap((paragraph): DraftParagraph[] => {
    const markers = graph
      .linked(paragraph, ...askg('hasReference'))
      .flatMap((reference) => reference.text(...dcDescription) ?? []);
    const { text, joints } = mender.mend(withoutMarkers(textOf(graph, paragraph), markers));
    if (joints > 0) {
      findings.count(
        'ddm/graph-joined-sentences',
        'info',
        'Sentences that were run together; a space was put in.',
        joints,
      );
    }
    const content = withCitations(text, markers, findings);
    if (content.text !== '') return [{ type: 'paragraph', kind: 'text', content }];
    findings.count('ddm/graph-empty-paragraph', 'warning', 'Paragraphs without any text.');
    return [];
  });
}

/** The numbers of the markers that were cut out of a paragraph stand behind its text. */
function withoutMarkers(text: string, markers: readonly string[]): string {
  const tail = /(?:(?<=[.?!"”)])|\s)\s*\d+(?:\s+\d+)*\s*$/u.exec(text);
  const isMarkers = tail !== null && (tail[0].match(/\d+/g) ?? []).every((number) => markers.includes(number));
  return isMarkers ? text.slice(0, tail.index) : text;
}

/**
 * Marks the markers that the graph knows of where they stand in the text. The graph has no entries that they could lead
 * to, and most were cut out of the text.
 */
function withCitations(text: string, markers: readonly string[], findings: Findings): DraftText {
  const builder = new DraftTextBuilder();
  const found = new Set<string>();
  for (const piece of text.split(/(\[\d[\d\s,;–-]*\])/u)) {
    const numbers = piece.startsWith('[')
      ? (piece.match(/\d+/g) ?? []).filter((number) => markers.includes(number))
      : [];
    for (const number of numbers) found.add(number);
    if (numbers.length > 0) builder.open({ kind: 'citation', targets: [] }).append(piece).close();
    else builder.append(piece);
  }
  if (markers.length > 0) {
    const message = 'Citations of which the graph tells only the number.';
    findings.count('ddm/graph-no-entry', 'warning', message, markers.length);
  }
  const lost = markers.filter((marker) => !found.has(marker)).length;
  if (lost > 0) {
    findings.count('ddm/unplaced-citation', 'warning', 'Citations whose place in the text is not told.', lost);
  }
  return builder.build();
}
