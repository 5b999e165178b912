import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { toRetrievalError } from '../engine-errors.ts';

/** Which index stands: `instance` names its folder and is known to the catalog too. */
export type IndexPointer = { schema: typeof pointerSchema; instance: string; passagesVersion: string };

/** Changes with the tables and files of an index: one that was laid out otherwise is built anew. */
const pointerSchema = 'askg.passages/3';

/**
 * Where the passage index of a corpus lies: `projections/passages.json` says which of the folders `projections/passages-…`
 * stands. A new index is made beside the old one, so that readers move from the one to the other in one step.
 */
export class IndexFolder {
  readonly #folder: string;
  readonly #pointer: string;

  /** @param corpusFolder the folder of the corpus */
  constructor(corpusFolder: string) {
    this.#folder = join(corpusFolder, 'projections');
    this.#pointer = join(this.#folder, 'passages.json');
  }

  /** Undefined when there is no index, or none that this version can read. Cheap enough for every search. */
  read(): IndexPointer | undefined {
    try {
      const pointer = JSON.parse(readFileSync(this.#pointer, 'utf8')) as Partial<IndexPointer> | null;
      if (pointer?.schema !== pointerSchema || typeof pointer.instance !== 'string') return undefined;
      return pointer as IndexPointer;
    } catch {
      return undefined;
    }
  }

  of(instance: string): string {
    return join(this.#folder, `passages-${instance}`);
  }

  /** Whether the files of this index are there, words at least. */
  holds(instance: string): boolean {
    return existsSync(join(this.of(instance), 'passages.lance'));
  }

  make(instance: string): string {
    const folder = this.of(instance);
    guarded(() => mkdirSync(folder, { recursive: true }));
    return folder;
  }

  /** Lets this index stand, once what is written to its folder is on the disk. */
  point(instance: string, passagesVersion: string): void {
    const draft = `${this.#pointer}.new`;
    guarded(() => {
      writeFileSync(draft, `${JSON.stringify({ schema: pointerSchema, instance, passagesVersion })}\n`);
      const file = openSync(draft, 'r');
      fsyncSync(file);
      closeSync(file);
      renameSync(draft, this.#pointer);
    });
  }

  /** Deletes every index but this one. */
  dropOthers(instance: string): void {
    guarded(() => {
      for (const name of readdirSync(this.#folder)) {
        if (name.startsWith('passages-') && name !== `passages-${instance}`) {
          rmSync(join(this.#folder, name), { recursive: true, force: true });
        }
      }
    });
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toRetrievalError(error);
  }
}
