import type { Span } from '../../document/draft.ts';

/** Marks that read as the number or sign of a note or reference: `12`, `[3]`, `3–5`, `1a`, `*`, `(7)`. */
const noteSign = /^[[(]?\s*(?:\d{1,4}[a-z]?|[*†‡§¶#]+|[a-z])(?:\s*[,;–—-]\s*\d{1,4}[a-z]?)*\s*[\])]?$/u;

/** The stretches of a text that no sentence boundary may fall into. */
export class Atoms {
  readonly #text: string;
  /** As given, by start; without white space at their ends, empty ones left out. */
  readonly #spans: Span[];
  /** Overlapping ones made one. */
  readonly #merged: Span[] = [];

  constructor(text: string, spans: readonly Span[]) {
    this.#text = text;
    this.#spans = spans
      .map((span) => withoutSpace(text, span))
      .filter(({ start, end }) => end > start)
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    for (const { start, end } of this.#spans) {
      const last = this.#merged.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else this.#merged.push({ start, end });
    }
  }

  /** Whether a cut at this offset would part an atom. */
  parts(offset: number): boolean {
    const atom = this.#merged[lastAtOrBefore(this.#merged, offset - 1)];
    return atom !== undefined && offset < atom.end;
  }

  /** The longest atom that begins exactly here. */
  startingAt(offset: number): Span | undefined {
    let i = lastAtOrBefore(this.#spans, offset);
    if (this.#spans[i]?.start !== offset) return undefined;
    while (i > 0 && this.#spans[i - 1]?.start === offset) i--;
    return this.#spans[i];
  }

  /** An atom that begins here and reads as the sign of a note or reference. */
  noteSignAt(offset: number): Span | undefined {
    const atom = this.startingAt(offset);
    return atom && noteSign.test(this.#text.slice(atom.start, atom.end)) ? atom : undefined;
  }

  /** How many characters of the range stand inside atoms. */
  covered(start: number, end: number): number {
    let sum = 0;
    for (let i = Math.max(0, lastAtOrBefore(this.#merged, start)); i < this.#merged.length; i++) {
      const atom = this.#merged[i];
      if (!atom || atom.start >= end) break;
      sum += Math.max(0, Math.min(end, atom.end) - Math.max(start, atom.start));
    }
    return sum;
  }
}

function withoutSpace(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end).trimEnd();
  return { start: start + inner.length - inner.trimStart().length, end: start + inner.length };
}

/** Index of the last span that starts at or before the offset; -1 when there is none. */
function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
