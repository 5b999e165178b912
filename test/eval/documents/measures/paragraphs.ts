import type { ParagraphFact } from '../facts.ts';
import { pieces } from './letters.ts';
import type { Tally } from './tally.ts';

/** Letters by which an edge of a paragraph is known. */
const edge = 24;
/** Edges with fewer are not counted: too many paragraphs begin or end so. */
const shortestEdge = 8;

/** Edges of paragraphs, starts and ends alike, that stand at the same words. Code is left out. */
export function scoreParagraphs(
  predicted: readonly ParagraphFact[],
  expected: readonly ParagraphFact[],
): Tally & { missing: string[] } {
  const starts = matchEdges(edgesOf(predicted, 'start'), edgesOf(expected, 'start'));
  const ends = matchEdges(edgesOf(predicted, 'end'), edgesOf(expected, 'end'));
  return {
    matched: starts.matched + ends.matched,
    predicted: starts.predicted + ends.predicted,
    expected: starts.expected + ends.expected,
    missing: [...starts.missing.map((text) => `start: ${text}`), ...ends.missing.map((text) => `end: ${text}`)],
  };
}

function edgesOf(paragraphs: readonly ParagraphFact[], side: 'start' | 'end'): string[] {
  return paragraphs
    .filter(({ kind }) => kind !== 'code')
    .map(({ sentences }) => {
      const parts = pieces(sentences.join(' '));
      return side === 'start' ? (parts[0] ?? '').slice(0, edge) : reverse((parts.at(-1) ?? '').slice(-edge));
    });
}

/**
 * An edge cut short by a gap matches every longer one that begins with it. For each true edge that is too short to be known
 * one predicted edge does not count.
 */
function matchEdges(from: readonly string[], to: readonly string[]): Tally & { missing: string[] } {
  const predicted = from.filter(isKnown);
  const expected = to.filter(isKnown);
  const left = [...predicted];
  const missing = expected.filter((text) => {
    const at = left.findIndex((other) => other.startsWith(text) || text.startsWith(other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const matched = expected.length - missing.length;
  const unknown = to.length - expected.length;
  return { matched, predicted: Math.max(matched, predicted.length - unknown), expected: expected.length, missing };
}

function isKnown(text: string): boolean {
  return text.length >= shortestEdge;
}

function reverse(text: string): string {
  return [...text].toReversed().join('');
}
