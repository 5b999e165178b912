import type { MultiVectorEntry } from '../../manifest/model-entry.ts';
import { type Encoding, TextTokenizer } from '../text-tokenizer.ts';
import { skiplist } from './skiplist.ts';
import { SpecialTokens } from './special-tokens.ts';

/** What the model reads of a text, which of its rows are kept, and whether the end of the text was cut off. */
export type MultiVectorEncoding = Encoding & {
  attention: readonly number[];
  kept: readonly boolean[];
  truncated: boolean;
};

export type MultiVectorRules = Pick<MultiVectorEntry, 'query' | 'passage' | 'maxTokens'>;

/**
 * Cuts queries and passages into tokens as ColBERT does: the model's first token, a marker, the text, its last token. All ids
 * come from the tokenizer. A text that is too long loses its end, never its last token.
 */
export class MultiVectorTokenizer {
  readonly #tokenizer: TextTokenizer;
  readonly #rules: MultiVectorRules;
  readonly #forbidden: ReadonlySet<number>;
  readonly ids: Readonly<{ query: number; passage: number; fill: number; skipped: ReadonlySet<number> }>;

  /** @param json the content of a `tokenizer.json`. Throws when it lacks a marker or the filling. */
  constructor(json: object, rules: MultiVectorRules) {
    this.#rules = rules;
    this.#tokenizer = new TextTokenizer(json, Math.max(rules.maxTokens, rules.query.tokens));
    const special = new SpecialTokens(json, this.#tokenizer);
    this.ids = {
      query: special.require(rules.query.marker),
      passage: special.require(rules.passage.marker),
      fill: special.require(rules.query.fill),
      skipped: skiplist(rules.passage.skip, this.#tokenizer, special.unknown),
    };
    const { first, last } = this.#tokenizer.frame;
    this.#forbidden = special.forbidden([first, last, this.ids.query, this.ids.passage, this.ids.fill]);
  }

  /** Always as many tokens as a query has, filled up where the text is shorter; all rows are kept. */
  query(text: string): MultiVectorEncoding {
    const { tokens, attendFill } = this.#rules.query;
    const { ids, truncated } = this.#framed(this.ids.query, this.content(text), tokens);
    const filling = tokens - ids.length;
    const attention = [...ids.map(() => 1), ...Array.from({ length: filling }, () => Number(attendFill))];
    const all = [...ids, ...Array.from({ length: filling }, () => this.ids.fill)];
    return { ids: all, segments: all.map(() => 0), attention, kept: all.map(() => true), truncated };
  }

  /** Without filling; the rows of skipped tokens are not kept. */
  passage(text: string): MultiVectorEncoding {
    return this.passageOf(this.content(text));
  }

  /** The same of ids that a text was cut into. */
  passageOf(content: readonly number[]): MultiVectorEncoding {
    const { ids, truncated } = this.#framed(this.ids.passage, content, this.#rules.maxTokens);
    const kept = ids.map((id) => !this.ids.skipped.has(id));
    return { ids, segments: ids.map(() => 0), attention: ids.map(() => 1), kept, truncated };
  }

  /**
   * Ids of a text alone. What is special is left out by its id too, since normalising can make a special token of what was
   * none, as of full-width signs.
   */
  content(text: string): number[] {
    return this.#tokenizer.content(text).filter((id) => !this.#forbidden.has(id));
  }

  #framed(marker: number, content: readonly number[], tokens: number): { ids: number[]; truncated: boolean } {
    const { first, last } = this.#tokenizer.frame;
    const room = tokens - 3;
    return { ids: [first, marker, ...content.slice(0, room), last], truncated: content.length > room };
  }
}
