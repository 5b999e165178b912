import { rdfs } from '../../../rdf/terms.ts';
import type { Findings } from '../../jats/findings.ts';
import type { Resource } from '../triple-graph.ts';
import { askg } from '../vocabularies.ts';
import type { Excerpt } from './excerpts.ts';
import { foldText } from './fold-text.ts';
import { inOrder } from './in-order.ts';

/** Folded letters below which a sentence may stand in several paragraphs by chance. */
const shortest = 24;

/**
 * Puts paragraphs into an order that the graph does not tell: by the place of an excerpt whose words stand in this
 * paragraph and in no other. Those without such a witness come last, by name.
 */
export function orderParagraphs(
  paragraphs: readonly Resource[],
  excerpts: readonly Excerpt[],
  findings: Findings,
): Resource[] {
  const hasIndex = paragraphs.some((paragraph) => paragraph.number(...askg('index')) !== undefined);
  if (hasIndex || paragraphs.length === 0) return inOrder(paragraphs);
  const texts = paragraphs.map((paragraph) => ({ id: paragraph.id, text: foldText(paragraph.text(rdfs.label) ?? '') }));
  const places = new Map<string, number>();
  for (const { sentence, from } of excerpts) {
    if (sentence.length < shortest) continue;
    const holding = texts.filter(({ text }) => text.includes(sentence));
    const [only] = holding;
    if (holding.length === 1 && only) places.set(only.id, Math.min(from, places.get(only.id) ?? Infinity));
  }
  findings.count('ddm/graph-no-section', 'warning', 'Paragraphs that the graph ties to no section.', paragraphs.length);
  const unplaced = paragraphs.length - places.size;
  if (unplaced > 0) {
    const message = 'Paragraphs whose place is not told, and which stand behind the others.';
    findings.count('ddm/graph-no-order', 'warning', message, unplaced);
  }
  return inOrder(paragraphs).toSorted(
    (a, b) => (places.get(a.id) ?? Number.MAX_VALUE) - (places.get(b.id) ?? Number.MAX_VALUE),
  );
}
