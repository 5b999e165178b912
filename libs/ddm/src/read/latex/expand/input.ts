import type { Token } from '../tokens/token.ts';

/** Lists of tokens read one after the other, the one pushed last first: TeX's input. */
export class TokenInput {
  readonly #frames: { tokens: readonly Token[]; at: number; file: string | undefined }[] = [];

  /** How many lists are being read at once. */
  get depth(): number {
    return this.#frames.length;
  }

  /** Whether a file is being read, and has not ended. */
  isReading(file: string): boolean {
    return this.#frames.some((frame) => frame.file === file);
  }

  /** @param file the path of the file whose content this is */
  push(tokens: readonly Token[], file?: string): void {
    while (this.#isAtEnd()) this.#frames.pop();
    if (tokens.length > 0) this.#frames.push({ tokens, at: 0, file });
  }

  next(): Token | undefined {
    while (this.#isAtEnd()) this.#frames.pop();
    const frame = this.#frames.at(-1);
    return frame?.tokens[frame.at++];
  }

  peek(): Token | undefined {
    while (this.#isAtEnd()) this.#frames.pop();
    const frame = this.#frames.at(-1);
    return frame?.tokens[frame.at];
  }

  /** The next token that is no space. */
  peekSolid(): Token | undefined {
    this.skipSpace();
    return this.peek();
  }

  skipSpace(): void {
    while (this.peek()?.kind === 'space') this.next();
  }

  /** Drops what is left. */
  clear(): void {
    this.#frames.length = 0;
  }

  #isAtEnd(): boolean {
    const frame = this.#frames.at(-1);
    return frame !== undefined && frame.at >= frame.tokens.length;
  }
}
