/** What a stretch of the source is that Markdown must not look into. */
export type ProtectedPart =
  | { kind: 'math'; tex: string; display: boolean; numbered: boolean; source: string }
  | { kind: 'command'; name: string; star: boolean; argumentTexts: string[]; source: string }
  | { kind: 'environment'; name: string; body: string; source: string }
  | { kind: 'character'; text: string; source: string }
  | { kind: 'table'; rows: TableSource; source: string };

/** The cells of a table as Markdown, row by row; the first `headerRows` are its head. */
export type TableSource = { headerRows: number; rows: string[][] };

// Noncharacters, which no text may hold in interchange (Unicode 23.7).
const open = '\ufdd0';
const close = '\ufdd1';
const placeholder = /\ufdd0(\d+)\ufdd1/g;

/** Keeps stretches of the source apart, and gives for each a word that Markdown takes for plain text. */
export class ProtectedParts {
  readonly #parts: ProtectedPart[] = [];

  add(part: ProtectedPart): string {
    this.#parts.push(part);
    return `${open}${this.#parts.length - 1}${close}`;
  }

  /** The source of a text that holds placeholders: code is shown as it was written. */
  restore(text: string): string {
    if (!text.includes(open)) return text;
    return text.replaceAll(placeholder, (_, index: string) => this.restore(this.#parts[Number(index)]?.source ?? ''));
  }

  /** A text cut at its placeholders. */
  split(text: string): (string | ProtectedPart)[] {
    const pieces: (string | ProtectedPart)[] = [];
    let end = 0;
    for (const match of text.matchAll(placeholder)) {
      if (match.index > end) pieces.push(text.slice(end, match.index));
      const part = this.#parts[Number(match[1])];
      if (part) pieces.push(part);
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push(text.slice(end));
    return pieces;
  }
}

/** A source without the characters that placeholders are made of. */
export function withoutPlaceholders(source: string): string {
  return source.replaceAll(/[\ufdd0-\ufdd1]/g, '\ufffd');
}
