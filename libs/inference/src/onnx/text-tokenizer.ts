import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { type TokenWeights, tokenWeights } from './token-weights.ts';

/** What a model reads: token ids, and for each the segment (0 or 1) it belongs to. */
export type Encoding = {
  ids: number[];
  segments: number[];
  /** 1 for each token that the model attends to, 0 for the others; all of them when not given. */
  attention?: readonly number[];
};

const Markers = z.object({ added_tokens: z.array(z.object({ content: z.string().min(2) })) });

/** Longest word a WordPiece tokenizer looks into; so many characters a token hold all that can pass the cut. */
const longestWord = 100;

/** Cuts texts into the model's tokens, between the model's own first and last token, never more than `maxTokens`. */
export class TextTokenizer {
  readonly #tokenizer: Tokenizer;
  readonly #maxTokens: number;
  /** Undefined where the vocabulary does not tell them. */
  readonly weights: TokenWeights | undefined;
  readonly #first: number;
  readonly #last: number;
  /** What stands for a token of its own wherever it stands in a text, such as `[SEP]`. */
  readonly #markers: readonly string[];
  #query: { text: string; ids: number[] } | undefined;

  /** @param json the content of a `tokenizer.json`. Throws when it is none, or has no first and last token (as BERT has). */
  constructor(json: object, maxTokens: number) {
    this.#tokenizer = new Tokenizer(json, {});
    this.#maxTokens = maxTokens;
    this.weights = tokenWeights(json);
    this.#markers = Markers.safeParse(json).data?.added_tokens.map(({ content }) => content) ?? [];
    const [first, last, ...more] = this.#tokenizer.encode('').ids;
    if (first === undefined || last === undefined || more.length > 0) {
      throw new Error('The tokenizer does not put one token before and one after a text.');
    }
    this.#first = first;
    this.#last = last;
  }

  /** The tokens that the model puts around a text. */
  get frame(): { first: number; last: number } {
    return { first: this.#first, last: this.#last };
  }

  /** Ids of a text without a frame, not cut to `maxTokens`, though what cannot come near them is not read. */
  content(text: string): number[] {
    return this.#cut(text);
  }

  /** Id of a token that is written like this; undefined when the vocabulary has none. */
  idOf(token: string): number | undefined {
    return this.#tokenizer.token_to_id(token);
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
    let readable = text.slice(0, this.#maxTokens * longestWord);
    // A text that holds a marker is to be read as it is written: it must not end itself, nor begin another.
    for (const marker of this.#markers) readable = readable.replaceAll(marker, `${marker[0]} ${marker.slice(1)}`);
    return this.#tokenizer.encode(readable, { add_special_tokens: false }).ids;
  }
}
