import { sourcePath } from './source-path.ts';

/** Gives the bytes of a file that stands beside the paper, or nothing; the caller decides what may be read. */
export type Companion = (name: string) => Uint8Array | undefined;

/** What a name in a source leads to. */
export type FoundFile = { path: string; bytes: Uint8Array } | 'outside' | 'missing';

/** The files of one upload by their paths; what is not among them is asked of the caller. */
export class SourceFiles {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #companion: Companion | undefined;

  constructor(files: ReadonlyMap<string, Uint8Array>, companion?: Companion) {
    this.#files = files;
    this.#companion = companion;
  }

  /** All paths, in their order. */
  get paths(): string[] {
    return [...this.#files.keys()].toSorted();
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#files.get(path);
  }

  /**
   * The file of a name, tried with each of the extensions, below one of the folders.
   * @param extensions with their dots, best first; an empty one takes the name as it is
   */
  find(name: string, extensions: readonly string[], folders: readonly string[] = ['']): FoundFile {
    let inside = false;
    for (const folder of folders) {
      for (const extension of extensions) {
        const path = sourcePath(name.endsWith(extension) ? name : name + extension, folder);
        if (path === undefined) continue;
        inside = true;
        const bytes = this.#files.get(path) ?? this.#companion?.(path);
        if (bytes) return { path, bytes };
      }
    }
    return inside ? 'missing' : 'outside';
  }
}
