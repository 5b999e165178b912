import { Tokenizer } from '@huggingface/tokenizers';

/** What a model reads: token ids, and for each the segment (0 or 1) it belongs to. */
export type Encoding = { ids: number[]; segments: number[] };

/** Longest word a WordPiece tokenizer looks into; so many characters a token hold all that can pass the cut. */
const longestWord = 100;

/** Cuts texts into the model's tokens, between the model's own first and last token, never more than `maxTokens`. */
export class TextTokenizer {
  readonly #tokenizer: Tokenizer;
  readonly #maxTokens: number;
  readonly #first: number;
  readonly #last: number;
  #query: { text: string; ids: number[] } | undefined;

  /** @param json the content of a `tokenizer.json`. Throws when it is none, or has no first and last token (as BERT has). */
  constructor(json: object, maxTokens: number) {
    this.#tokenizer = new Tokenizer(json, {});
    this.#maxTokens = maxTokens;
    const [first, last, ...more] = this.#tokenizer.encode('').ids;
    if (first === undefined || last === undefined || more.length > 0) {
      throw new Error('The tokenizer does not put one token before and one after a text.');
    }
    this.#first = first;
    this.#last = last;
  }

  /** A text alone; the end is cut off when it is too long. */
  text(text: string): Encoding {
    const ids = [this.#first, ...this.#cut(text).slice(0, this.#maxTokens - 2), this.#last];
    return { ids, segments: ids.map(() => 0) };
  }

  /** A question and a passage; the passage is cut first, and the question when it alone takes more than half. */
  pair(query: string, passage: string): Encoding {
    if (this.#query?.text !== query) this.#query = { text: query, ids: this.#cut(query) };
    const room = this.#maxTokens - 3;
    const all = this.#cut(passage);
    const question = this.#query.ids.slice(0, Math.max(Math.floor(room / 2), room - all.length));
    const rest = all.slice(0, room - question.length);
    return {
      ids: [this.#first, ...question, this.#last, ...rest, this.#last],
      segments: [0, ...question.map(() => 0), 0, ...rest.map(() => 1), 1],
    };
  }

  #cut(text: string): number[] {
    // A book given by mistake shall not cost a book's time.
    const readable = text.slice(0, this.#maxTokens * longestWord);
    return this.#tokenizer.encode(readable, { add_special_tokens: false }).ids;
  }
}
