import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { fillTemplate, type PairTemplate } from '../../pair-template.ts';

/**
 * What is left out of a text that is too long. `document`: the end of the document, so that the end of the template is always
 * read. `tail`: the end of the whole, as plain truncation does it. `passages`: nothing; the document is cut into parts
 * that are read one by one.
 */
export type PairCut = 'document' | 'tail' | 'passages';

export type FilledTemplate = {
  /** Token ids of the text, or of its parts. */
  rows: number[][];
  truncated: boolean;
};

const Markers = z.object({ added_tokens: z.array(z.object({ content: z.string().min(2) })) });

/** Longest word that is looked into; so many characters a token hold all that can pass the cut. */
const longestWord = 100;
/** What words begin with in the vocabularies of SentencePiece. */
const wordMark = '▁';

/** Fills a template and cuts it into the tokens of a sequence-to-sequence model, which puts one token after a text. */
export class TemplateTokenizer {
  readonly #tokenizer: Tokenizer;
  readonly #maxTokens: number;
  readonly #template: PairTemplate;
  readonly #cut: PairCut;
  readonly #end: number;
  readonly #markers: readonly string[];
  readonly #frame: { query: number[]; document: number[]; end: number[] };
  #query: { text: string; ids: number[] } | undefined;

  /**
   * @param json the content of a `tokenizer.json`. Throws when it is none, puts anything but one token after a text, or makes
   * other tokens of the filled template than of its parts.
   */
  constructor(json: object, maxTokens: number, template: PairTemplate, cut: PairCut) {
    this.#tokenizer = new Tokenizer(json, {});
    this.#maxTokens = maxTokens;
    this.#template = template;
    this.#cut = cut;
    this.#markers = Markers.safeParse(json).data?.added_tokens.map(({ content }) => content) ?? [];
    const [end, ...more] = this.#tokenizer.encode('').ids;
    if (end === undefined || more.length > 0 || this.#tokenizer.encode('a').ids.at(-1) !== end) {
      throw new Error('The tokenizer does not put one token after a text.');
    }
    this.#end = end;
    this.#frame = {
      query: this.#ids(template.query.trim()),
      document: this.#ids(template.document.trim()),
      end: this.#ids(template.end.trim()),
    };
    const parts = [
      ...this.#frame.query,
      ...this.#ids('a'),
      ...this.#frame.document,
      ...this.#ids('b'),
      ...this.#frame.end,
    ];
    if (String(this.#ids(fillTemplate(template, 'a', 'b'))) !== String(parts)) {
      throw new Error('The tokenizer joins the words of the template with those around them.');
    }
    if (this.#room < 2) throw new Error(`The template leaves no room: the model takes ${maxTokens} tokens.`);
  }

  /** Id of one token of the vocabulary. Throws when it is not there, or not the one expected. */
  tokenId({ token, id }: { token: string; id?: number }): number {
    const found = this.#tokenizer.token_to_id(token);
    if (found === undefined) throw new Error(`The vocabulary has no token ${token}.`);
    if (id !== undefined && id !== found) throw new Error(`The token ${token} is ${found}, not ${id}.`);
    return found;
  }

  fill(query: string, document: string): FilledTemplate {
    const asked = this.#plain(query);
    const read = this.#plain(document);
    const whole = this.#ids(fillTemplate(this.#template, asked.text, read.text));
    const most = this.#maxTokens - 1;
    const shortened = asked.shortened || read.shortened;
    if (whole.length <= most) return { rows: [[...whole, this.#end]], truncated: shortened };
    if (this.#cut === 'tail') return { rows: [[...whole.slice(0, most), this.#end]], truncated: true };

    const words = this.#ids(read.text.trim());
    const question = this.#queryIds(asked.text.trim(), words.length);
    const room = this.#room - question.length;
    const isWhole = question.length === this.#query?.ids.length;
    const parts = this.#cut === 'passages' ? this.#parts(words, room) : [words.slice(0, room)];
    const { query: before, document: between, end: after } = this.#frame;
    return {
      rows: parts.map((part) => [...before, ...question, ...between, ...part, ...after, this.#end]),
      truncated: shortened || this.#cut === 'document' || !isWhole,
    };
  }

  /** Tokens that query and document have together. */
  get #room(): number {
    const { query, document, end } = this.#frame;
    return this.#maxTokens - 1 - query.length - document.length - end.length;
  }

  /** The query, whole or as much of it as leaves the document half of the room, or what it needs. */
  #queryIds(text: string, documentLength: number): number[] {
    if (this.#query?.text !== text) this.#query = { text, ids: this.#ids(text) };
    return this.#query.ids.slice(0, Math.max(Math.floor(this.#room / 2), this.#room - documentLength));
  }

  /** Parts of at most `room` tokens, which begin with a word where one begins in the second half of the part before. */
  #parts(ids: readonly number[], room: number): number[][] {
    const parts: number[][] = [];
    for (let start = 0; start < ids.length;) {
      let end = Math.min(start + room, ids.length);
      for (let at = end; end < ids.length && at > start + room / 2; at -= 1) {
        if (!this.#tokenizer.id_to_token(ids[at] ?? 0)?.startsWith(wordMark)) continue;
        end = at;
        break;
      }
      parts.push(ids.slice(start, end));
      start = end;
    }
    return parts.length > 0 ? parts : [[]];
  }

  #plain(text: string): { text: string; shortened: boolean } {
    // A book given by mistake shall not cost a book's time.
    const limit = this.#maxTokens * longestWord;
    let plain = text.slice(0, limit);
    // A text that holds a marker is to be read as it is written: it must not end itself.
    for (const marker of this.#markers) plain = plain.replaceAll(marker, `${marker[0]} ${marker.slice(1)}`);
    return { text: plain, shortened: text.length > limit };
  }

  #ids(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }
}
