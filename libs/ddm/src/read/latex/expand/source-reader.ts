import { DdmError } from '../../../ddm-error.ts';
import type { FoundFile, SourceFiles } from '../source/source-files.ts';
import { decodeTex } from '../source/decode-tex.ts';
import { folderOf } from '../source/source-path.ts';
import type { Place, Token } from '../tokens/token.ts';
import { tokenise } from '../tokens/tokenise.ts';
import type { Notices } from './notices.ts';

/** Most files that a paper may take in, each counted as often as it is. */
const mostInputs = 1000;

/** Reads the files that a source takes in, as tokens. */
export class SourceReader {
  readonly files: SourceFiles;
  readonly #notices: Notices;
  readonly #encoding: string | undefined;
  readonly #root: string;
  /** Folders of `\import`, the innermost last. */
  readonly #folders: string[] = [];
  #inputs = 0;
  #comments = 0;
  #subfiles = 0;

  /** @param main the path of the main file: names are below its folder */
  constructor(files: SourceFiles, main: string, notices: Notices, encoding?: string) {
    this.files = files;
    this.#root = folderOf(main);
    this.#notices = notices;
    this.#encoding = encoding;
  }

  /** Characters of comments in all that was read. */
  get comments(): number {
    return this.#comments;
  }

  get isInSubfile(): boolean {
    return this.#subfiles > 0;
  }

  find(name: string, extensions: readonly string[]): FoundFile {
    return this.files.find(name, extensions, [...new Set([...this.#folders.toReversed(), this.#root, ''])]);
  }

  /** A file's text. */
  text(bytes: Uint8Array, path: string): string {
    const { text, guessed } = decodeTex(bytes, this.#encoding);
    if (guessed) this.#notices.add('ddm/guessed-encoding', path);
    return text;
  }

  tokens(bytes: Uint8Array, path: string): Token[] {
    const { tokens, comments } = tokenise(this.text(bytes, path), path, /\.(?:sty|cls|clo|def)$/i.test(path));
    if (!/\.(?:sty|cls|clo|def)$/i.test(path)) this.#comments += comments;
    return tokens;
  }

  /** The tokens of a file that is taken in at a place; what cannot be had is told and gives none. */
  input(name: string, extensions: readonly string[], place: Place): { path: string; tokens: Token[] } | undefined {
    const found = this.find(name, extensions);
    if (typeof found === 'string') {
      const code = found === 'outside' ? 'ddm/outside-upload' : 'ddm/missing-input';
      this.#notices.add(code, `${name} (${place.file}, line ${place.line})`);
      return undefined;
    }
    if (++this.#inputs > mostInputs) {
      throw new DdmError('ddm/too-many-elements', `The paper takes in more than ${mostInputs} files.`);
    }
    return { path: found.path, tokens: this.tokens(found.bytes, found.path) };
  }

  enter(folder: string): void {
    this.#folders.push(folder);
  }

  leave(): void {
    this.#folders.pop();
  }

  enterSubfile(): void {
    this.#subfiles++;
  }

  leaveSubfile(): void {
    this.#subfiles--;
  }
}
