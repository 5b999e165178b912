import { mainFiles } from './main-file.ts';
import { namedPictures } from './named-files.ts';
import { SourceFiles } from './source-files.ts';

/** Of the LaTeX files of one folder, by name and without those that others take in, those that are papers; see `mainFiles`. */
export function latexPapers(files: ReadonlyMap<string, Uint8Array>): string[] {
  return mainFiles(new SourceFiles(files));
}

/** The pictures that a text in LaTeX shows, as PDFs below its folder. */
export function latexPictures(bytes: Uint8Array): string[] {
  return namedPictures(new TextDecoder().decode(bytes)).map((path) => (path.endsWith('.pdf') ? path : `${path}.pdf`));
}
