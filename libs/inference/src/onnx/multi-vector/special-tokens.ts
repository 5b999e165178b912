import { z } from 'zod';
import type { TextTokenizer } from '../text-tokenizer.ts';

const Described = z.object({
  added_tokens: z.array(z.object({ id: z.int(), content: z.string() })).default([]),
  model: z.object({ unk_token: z.string().nullish(), unk_id: z.int().nullish() }),
});

/** The special tokens of a tokenizer, as its file tells them. */
export class SpecialTokens {
  readonly #tokenizer: TextTokenizer;
  /** What stands for text that the vocabulary does not hold. */
  readonly unknown: number | undefined;
  readonly #added: ReadonlySet<number>;

  /** @param json the content of a `tokenizer.json` */
  constructor(json: object, tokenizer: TextTokenizer) {
    const { model, added_tokens: added } = Described.parse(json);
    this.#tokenizer = tokenizer;
    this.unknown = model.unk_id ?? (model.unk_token ? tokenizer.idOf(model.unk_token) : undefined);
    this.#added = new Set(added.map(({ id }) => id));
  }

  /** Id of a token. Throws when the vocabulary does not hold it: an unknown marker would silently become any unknown word. */
  require(token: string): number {
    const id = this.#tokenizer.idOf(token);
    if (id === undefined || id === this.unknown) throw new Error(`The tokenizer has no token ${token}.`);
    return id;
  }

  /** Ids that no text may bring in by what is written in it: all special ones but the unknown, and these. */
  forbidden(more: readonly number[]): Set<number> {
    const ids = new Set([...this.#added, ...more]);
    if (this.unknown !== undefined) ids.delete(this.unknown);
    return ids;
  }
}
