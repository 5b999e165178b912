import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelIdentity } from '@askg/inference';
import { toRetrievalError } from '../engine-errors.ts';
import { TokenFiles } from '../late-interaction/token-files.ts';
import { modelTag } from '../vectors/model-tag.ts';

/**
 * The token vectors that belong to an index on a server. They stay in the folder of the corpus: they are read by the
 * thousand for each question, and are of use to this machine only.
 */
export class TokenFolder {
  readonly #folder: string;

  /** @param folder the folder of the index within that of the corpus */
  constructor(folder: string) {
    this.#folder = folder;
  }

  of(model: ModelIdentity): TokenFiles {
    return new TokenFiles(join(this.#folder, `tokens-${modelTag(model)}`), model.dimensions);
  }

  /** Deletes what belongs, in any model, to other graphs than these. */
  async keepOnly(graphDigests: ReadonlySet<string>): Promise<void> {
    try {
      for (const name of await readdir(this.#folder)) {
        if (name.startsWith('tokens-')) await new TokenFiles(join(this.#folder, name), 0).keepOnly(graphDigests);
      }
    } catch (error) {
      throw toRetrievalError(error);
    }
  }
}
