import type { SentenceCutter } from '../../document/build-document.ts';
import type { Span } from '../../document/draft.ts';
import { Atoms } from './atoms.ts';
import { findBoundaries } from './boundary.ts';
import { endsSentence } from './decide.ts';
import { findGroups, type Group } from './groups.ts';

/**
 * Cuts scholarly text into sentences by rules, in one pass and without state between calls. Offsets are UTF-16 code
 * units. `marks` are atoms (formulas, code, links) and citation marks in any order: none is ever parted, and one that
 * stands directly after a full stop stays with the sentence it closes.
 */
export const cutSentences: SentenceCutter = (text, marks) => {
  const atoms = new Atoms(text, marks);
  const groups = findGroups(text);
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  let heldUntil = -1;
  let group = 0;
  for (const boundary of findBoundaries(text, atoms)) {
    if (boundary.end <= start) continue;
    for (let next = groups[group]; next && next.open < boundary.stop; next = groups[++group]) {
      if (next.open >= start && holds(text, next, start)) heldUntil = Math.max(heldUntil, next.close);
    }
    if (boundary.stop < heldUntil && boundary.end <= heldUntil) continue;
    if (!endsSentence(boundary, { text, atoms, start }, boundary.stop < heldUntil)) continue;
    spans.push({ start, end: boundary.end });
    start = boundary.next;
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push({ start, end });
  return spans;
};

/** A bracket or quote holds its sentences together when it began inside one, or when one goes on after it. */
function holds(text: string, { open, close }: Group, start: number): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text.slice(start, Math.min(open, start + 40))) ||
    /^\S{0,2}(?:,| \p{Ll})/u.test(text.slice(close + 1, close + 5))
  );
}

function skipSpace(text: string, from: number): number {
  const found = text.slice(from).search(/\S/u);
  return found < 0 ? text.length : from + found;
}
