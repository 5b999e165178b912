/** A word that was recognised on a picture. Pixels, origin top left; `baseline` is the height its letters stand on. */
export type RecognisedWord = { text: string; x0: number; y0: number; x1: number; y1: number; baseline: number };

/** Reads the text of pages that are pictures (OCR). */
export type PageRecogniser = {
  /** What recognises. */
  readonly name: string;
  /** @param png a page as a grey picture @returns the words of each line, in reading order */
  recognise(png: Uint8Array): Promise<RecognisedWord[][]>;
  close(): Promise<void>;
};

/** Starts a recogniser; undefined where none is installed. */
export type OpenRecogniser = () => Promise<PageRecogniser | undefined>;
