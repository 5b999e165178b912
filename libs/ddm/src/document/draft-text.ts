import type { DraftText, Mark, Span } from './draft.ts';

type OpenMark = { mark: Mark; start: number };

/** `Omit` over each member of the union. */
type Unplaced<M> = M extends Mark ? Omit<M, keyof Span> : never;

/**
 * Collects the running text of one paragraph, heading, caption or cell: white space collapses to single spaces, the
 * ends are trimmed, and marks are placed on what is left.
 */
export class DraftTextBuilder {
  #text = '';
  #pendingSpace = false;
  #lastBreak = 0;
  #open: OpenMark[] = [];
  #marks: Mark[] = [];

  /** Appends text; runs of white space count as one space, at the start as none. */
  append(raw: string): this {
    for (const [piece] of raw.matchAll(/[\s\u00a0]+|[^\s\u00a0]+/gu)) {
      if (/^[\s\u00a0]/u.test(piece)) this.#pendingSpace = this.#text !== '';
      else this.#write(piece);
    }
    return this;
  }

  /** Appends text as it stands (code), line breaks included. */
  appendVerbatim(raw: string): this {
    if (raw !== '') this.#write(raw);
    return this;
  }

  /** Makes sure that what follows is apart from what stands before. */
  space(): this {
    this.#pendingSpace = this.#text !== '';
    return this;
  }

  /** Makes sure that what follows starts a sentence of its own. */
  break(): this {
    if (this.#text === '') return this;
    const end = this.#text.length;
    if (this.#lastBreak !== end) this.#marks.push({ kind: 'break', start: end, end });
    this.#lastBreak = end;
    return this.space();
  }

  /** Starts a mark at the next character written; `close` ends the mark opened last. */
  open(mark: Unplaced<Mark>): this {
    this.#open.push({ mark: { ...mark, start: 0, end: 0 }, start: -1 });
    return this;
  }

  /** Ends the mark opened last. A mark that holds no text is kept, empty, where it stood. */
  close(): this {
    const opened = this.#open.pop();
    if (!opened) throw new Error('close() without open()');
    const start = opened.start < 0 ? this.#text.length : opened.start;
    this.#marks.push({ ...opened.mark, start, end: this.#text.length });
    return this;
  }

  /** What the next character written will stand beside: a character, a space, or nothing at the start. */
  get last(): string {
    return this.#pendingSpace ? ' ' : this.#text.slice(-1);
  }

  /** Whether what is written next begins a sentence or a clause, as far as the punctuation before it tells. */
  get startsClause(): boolean {
    return (
      this.#text === '' ||
      (this.#pendingSpace && /[.;:!?)\]]/.test(this.#text.slice(-1))) ||
      this.#lastBreak === this.#text.length
    );
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  build(): DraftText {
    if (this.#open.length > 0) throw new Error('a mark is still open');
    return { text: this.#text, marks: this.#marks.toSorted((a, b) => a.start - b.start || a.end - b.end) };
  }

  #write(piece: string): void {
    if (this.#pendingSpace) this.#text += ' ';
    this.#pendingSpace = false;
    for (const opened of this.#open) if (opened.start < 0) opened.start = this.#text.length;
    this.#text += piece;
  }
}
