import type { Mark } from '../../document/draft.ts';

/**
 * Characters that are drawn as nothing and that programs read: spaces without width, embeddings and overrides of direction,
 * tags, and runs of variation selectors. Marks of direction, joiners and single selectors are left: scripts need them.
 */
const unseen =
  /[\u180e\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]+|(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]){2,}/gu;

/** A text without the characters that nobody sees. */
export function seen(text: string): string {
  return cutOut(text, [], unseenIn(text)).text;
}

/** Takes stretches out of a text and moves its marks. @param cuts ascending and disjoint */
export function cutOut(
  text: string,
  marks: readonly Mark[],
  cuts: readonly { start: number; end: number }[],
): { text: string; marks: Mark[] } {
  let left = '';
  let from = 0;
  for (const { start, end } of cuts) {
    left += text.slice(from, start);
    from = end;
  }
  left += text.slice(from);
  const moved = (offset: number): number =>
    cuts.reduce((at, { start, end }) => at - Math.max(0, Math.min(offset, end) - start), offset);
  return { text: left, marks: marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })) };
}

/** The stretches of a text that nobody sees, each with a space that would be one too many without it. */
export function unseenIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(unseen)].map(({ index: start, 0: run }) => {
    const end = start + run.length;
    const isAfterSpace = text[start - 1] === ' ';
    if (isAfterSpace && (end === text.length || text[end] === ' ')) return { start: start - 1, end };
    return { start, end: start === 0 && text[end] === ' ' ? end + 1 : end };
  });
}
