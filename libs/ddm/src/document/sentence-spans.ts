import type { DraftText, Mark, Span } from './draft.ts';

/**
 * Cuts a text into sentences: ascending, disjoint spans without white space at their ends that together hold every
 * other character. No boundary may fall inside an atom.
 */
export type SentenceCutter = (text: string, atoms: readonly Span[]) => Span[];

/** Sentences of the stretches between the breaks that a text has. */
export function cutPieces({ text, marks }: DraftText, cut: SentenceCutter): Span[] {
  const atoms = marks.filter(({ kind }) => kind === 'atom' || kind === 'citation');
  const breaks = marks.filter(({ kind, start }) => kind === 'break' && start > 0 && start < text.length);
  if (breaks.length === 0) return cut(text, atoms);
  const ends = [...breaks.map(({ start }) => start), text.length];
  const sweep = new MarkSweep(atoms);
  return ends.flatMap((end, i) => {
    const start = ends[i - 1] ?? 0;
    const inside = sweep.next({ start, end }, end).inside.map((atom) => ({
      start: Math.max(0, atom.start - start),
      end: Math.min(end, atom.end) - start,
    }));
    return cut(text.slice(start, end), inside).map((span) => ({ start: span.start + start, end: span.end + start }));
  });
}

/**
 * Deals marks, in order of their start, to spans in order: one pass however many there are of both. A mark between two
 * spans, or without any text, starts in the span before it.
 */
export class MarkSweep {
  readonly #marks: readonly Mark[];
  #at = 0;
  /** Marks of earlier spans that may reach into the next. */
  #reaching: Mark[] = [];

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  /** Marks that overlap the span, and those that start in it or before the next one begins. */
  next(span: Span, nextStart: number): { inside: Mark[]; starting: Mark[] } {
    const starting: Mark[] = [];
    for (let mark = this.#marks[this.#at]; mark && mark.start < nextStart; mark = this.#marks[++this.#at]) {
      starting.push(mark);
    }
    const inside = [...this.#reaching, ...starting].filter((mark) => mark.start < span.end && mark.end > span.start);
    this.#reaching = [...this.#reaching, ...starting].filter((mark) => mark.end > nextStart);
    return { inside, starting };
  }
}
