/** A change of a text: what stands from `start` up to `end` gives way to `words`. Offsets are those of the text as it was. */
export type Edit = { start: number; end: number; words: string };

/** The text with all edits made. They may touch, and must not overlap; of those at one place, the first given stands first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, words } of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}

/** The place of a clause in the text, as the parser gives it. */
export function span(loc: unknown): { start: number; end: number } {
  const { start, end } = (loc ?? {}) as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') return { start, end };
  throw new Error('The parser gave no place for a clause of the query.');
}
