import type { LastTokenEncoder, RunOptions } from '@askg/inference';
import type { BlockReader } from './block-reader.ts';
import type { BlockVectors } from './merge-blocks.ts';
import type { Projector } from './projector.ts';
import { projectAll } from './project-all.ts';
import { passageMarker, queryMarker } from './prompt.ts';

const onlyDirections = 'The model gives vectors of unit length, of which blocks cannot be merged.';

/**
 * Reads the states one by one from a model that only gives that of a prompt's last token. A token sees nothing of what comes
 * after it, so its state is the last one of the prompt cut off behind it: one prompt a passage and one for the query, each
 * longer than the one before. That is exact, and costs as much as half the square of the passages, unless the server remembers
 * beginnings.
 *
 * Where states come scaled to unit length, the scores of one block are exact all the same: the projector has no bias, and the
 * cosine does not care for lengths. The merge of several blocks does, so then there can be only one.
 */
export class PrefixReader implements BlockReader {
  readonly oneBlockOnly: string | undefined;
  readonly #encoder: LastTokenEncoder;
  readonly #projector: Projector;

  constructor(encoder: LastTokenEncoder, projector: Projector) {
    this.#encoder = encoder;
    this.#projector = projector;
    if (encoder.unitLength) this.oneBlockOnly = onlyDirections;
  }

  async read(prompt: string, passages: number, options?: RunOptions): Promise<BlockVectors> {
    const prefixes = prefixesOf(prompt);
    if (prefixes.length !== passages + 1) {
      throw new Error(`The prompt has ${prefixes.length} markers for ${passages} passages.`);
    }
    return projectAll(this.#projector, await this.#encoder.lastStates(prefixes, options), passages);
  }

  close(): Promise<void> {
    return this.#encoder.close();
  }
}

/** The prompt up to and with each marker: those of the passages in their order, then that of the query. */
function prefixesOf(prompt: string): string[] {
  const prefixes: string[] = [];
  for (const marker of [passageMarker, queryMarker]) {
    for (let at = prompt.indexOf(marker); at !== -1; at = prompt.indexOf(marker, at + 1)) {
      prefixes.push(prompt.slice(0, at + marker.length));
    }
  }
  return prefixes;
}
