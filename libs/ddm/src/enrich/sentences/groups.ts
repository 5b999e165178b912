/** A bracketed or quoted stretch: offsets of its opening and closing character. */
export type Group = { open: number; close: number };

/** Longer ones are taken for unbalanced (brackets) or for speech of several sentences (quotes). In characters. */
const longestBracket = 800;
const longestQuote = 240;

const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '」': '「', '』': '『', '）': '（' };

/** All brackets and quotes that open and close again within reach, by their opening; one pass. */
export function findGroups(text: string): Group[] {
  const brackets = new BracketStack(text);
  const quotes = new QuotePairs(text);
  for (const { 0: sign, index } of text.matchAll(/[()[\]{}「」『』（）“”„«»‘’"]/gu)) {
    if (/[([{「『（]/u.test(sign)) brackets.open(sign, index);
    else if (/[)\]}」』）]/u.test(sign)) brackets.close(sign, index);
    else quotes.take(sign, index);
  }
  return [...brackets.groups, ...quotes.groups].toSorted((a, b) => a.open - b.open);
}

class BracketStack {
  readonly groups: Group[] = [];
  readonly #text: string;
  readonly #open: { sign: string; index: number }[] = [];
  readonly #waiting: Record<string, number> = {};

  constructor(text: string) {
    this.#text = text;
  }

  open(sign: string, index: number): void {
    this.#open.push({ sign, index });
    this.#waiting[sign] = (this.#waiting[sign] ?? 0) + 1;
  }

  /** A closing bracket that fits none ends nothing, unless it ends a half-open interval: "[0, 1)". */
  close(sign: string, index: number): void {
    const wanted = openerOf[sign] ?? '';
    const top = this.#open.at(-1);
    const isInterval =
      top !== undefined &&
      top.sign !== wanted &&
      /^.[^\p{L}]{1,20}$/u.test(this.#text.slice(top.index, index).slice(0, 22));
    if (isInterval) this.#pop();
    else if ((this.#waiting[wanted] ?? 0) > 0) {
      let opener = this.#pop();
      while (opener && opener.sign !== wanted) opener = this.#pop();
      if (opener && index - opener.index <= longestBracket) this.groups.push({ open: opener.index, close: index });
    }
  }

  #pop(): { sign: string; index: number } | undefined {
    const opener = this.#open.pop();
    if (opener) this.#waiting[opener.sign] = (this.#waiting[opener.sign] ?? 0) - 1;
    return opener;
  }
}

/** Quotes do not nest within their own kind: a second opening one begins anew. */
class QuotePairs {
  readonly groups: Group[] = [];
  readonly #text: string;
  /** Where a quote was opened, by the sign that would close it. */
  readonly #opened = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  take(sign: string, index: number): void {
    const before = this.#text[index - 1] ?? ' ';
    const after = this.#text[index + 1] ?? ' ';
    const mayOpen = /[\s([{—–/-]/u.test(before) && !/\s/u.test(after);
    if (sign === '„') this.#opened.set('“', index);
    else if (sign === '«') this.#opened.set('»', index);
    else if (sign === '‘') this.#opened.set('’', index);
    else if (sign === '"' && mayOpen) this.#opened.set('"', index);
    else if (sign === '“' && !(this.#opened.has('“') && !mayOpen)) this.#opened.set('”', index);
    else if (sign !== '’' || !/[\p{L}\p{N}]/u.test(after)) this.#close(sign, index);
  }

  #close(sign: string, index: number): void {
    const open = this.#opened.get(sign);
    if (open === undefined) return;
    this.#opened.delete(sign);
    if (index - open <= longestQuote) this.groups.push({ open, close: index });
  }
}
