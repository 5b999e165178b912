import type { Format } from '@askg/contract';
import type { DraftDocument } from '../document/draft.ts';

export type ReadOptions = {
  /** The format, if it is known; otherwise the content of the file tells. */
  as?: Format;
  /** Helps where the content does not tell. */
  fileName?: string;
  /**
   * Gives the bytes of a file that the paper names, such as its bibliography (`paper.bib`), or nothing. The name is as the
   * paper writes it and not to be trusted: the caller decides what may be read. Without this no companion is read.
   */
  companion?: (name: string) => Uint8Array | undefined;
};

/** What a folder of a format gives: the bytes of a file as a draft. @throws DdmError */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => DraftDocument | Promise<DraftDocument>;
