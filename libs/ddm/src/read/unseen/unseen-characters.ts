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
  const moved = movedBy(cuts);
  return { text: left, marks: marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })) };
}

/** Where an offset of a text is when some stretches are taken out. A file may have very many of both. */
function movedBy(cuts: readonly { start: number; end: number }[]): (offset: number) => number {
  let taken = 0;
  const places = cuts.map(({ start, end }) => {
    const before = taken;
    taken += end - start;
    return { start, end, before };
  });
  return (offset) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = places[low - 1];
    return last ? offset - last.before - (Math.min(offset, last.end) - last.start) : offset;
  };
}

/** The stretches of a text that nobody sees, each with a space that would be one too many without it; ascending and disjoint. */
export function unseenIn(text: string): { start: number; end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  let taken = 0;
  for (const { index: start, 0: run } of text.matchAll(unseen)) {
    const end = start + run.length;
    const isAfterSpace = start > (cuts.at(-1)?.end ?? 0) && text[start - 1] === ' ';
    const isBeforeSpace = text[end] === ' ';
    const cut =
      isAfterSpace && (end === text.length || isBeforeSpace)
        ? { start: start - 1, end }
        : { start, end: taken === start && isBeforeSpace ? end + 1 : end };
    cuts.push(cut);
    taken += cut.end - cut.start;
  }
  return cuts;
}
