import type { PageRecogniser, RecognisedWord } from './page-recogniser.ts';

/** What this adapter needs of tesseract.js (5 or later), which is installed only by those who want it. */
export type TesseractModule = {
  createWorker(
    language: string,
    mode: number,
    options: { langPath: string; gzip: boolean; cacheMethod: 'none' },
  ): Promise<TesseractWorker>;
};
type TesseractWorker = {
  recognize(
    image: Uint8Array,
    options: object,
    output: { blocks: true },
  ): Promise<{ data: { blocks: Block[] | null } }>;
  terminate(): Promise<unknown>;
};
type Corners = { x0: number; y0: number; x1: number; y1: number };
type Word = { text: string; bbox: Corners };
type Block = { paragraphs: { lines: { words: Word[]; baseline: Corners }[] }[] };

/** Where the trained data of a language lies. */
export type LanguageModule = { code: string; langPath: string; gzip: boolean };

/** Loads a package by its name; fails where it is not installed. */
export type PackageLoader = (name: string) => Promise<unknown>;

/** What an operator has to install for text to be recognised. */
export const ocrPackages = ['tesseract.js', '@tesseract.js-data/eng'] as const;

/** The mode of Tesseract that uses its neural network alone. */
const neural = 1;

/**
 * Starts Tesseract, if both packages are installed: the engine, and the trained data of English. Nothing is fetched:
 * without the data package the engine would download its data while a document is being read.
 */
export async function openTesseract(load: PackageLoader = loadPackage): Promise<PageRecogniser | undefined> {
  const [engine, language] = await Promise.all(ocrPackages.map((name) => load(name).catch(() => undefined)));
  if (engine === undefined || language === undefined) return undefined;
  const { code, langPath, gzip } = named<LanguageModule>(language, 'langPath');
  const worker = await named<TesseractModule>(engine, 'createWorker').createWorker(code, neural, {
    langPath,
    gzip,
    cacheMethod: 'none',
  });
  return {
    name: 'tesseract.js',
    async recognise(png) {
      const { data } = await worker.recognize(png, {}, { blocks: true });
      return (data.blocks ?? []).flatMap(linesOf);
    },
    async close() {
      await worker.terminate();
    },
  };
}

function linesOf({ paragraphs }: Block): RecognisedWord[][] {
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
  return lines.map(({ words, baseline }) =>
    words.map(({ text, bbox }) => ({ text, ...bbox, baseline: heightAt((bbox.x0 + bbox.x1) / 2, baseline) })),
  );
}

/** The height of a baseline that may slope. */
function heightAt(x: number, { x0, y0, x1, y1 }: Corners): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/** A package of CommonJS has its exports under `default`. */
function named<T>(module: unknown, name: keyof T & string): T {
  const given = module as Partial<T> & { default?: T };
  return given[name] === undefined && given.default ? given.default : (given as T);
}

function loadPackage(name: string): Promise<unknown> {
  return import(name);
}
