import type { BibliographyEntry } from '../../bibtex/bibliography.ts';
import type { XmlNode } from '../../xml/tree.ts';

/** An entry of the printed list: its key, what is printed, and what citations call it. */
export type ListEntry = {
  key: string;
  /** The printed entry, where the source has it (`.bbl`, `thebibliography`). */
  content?: readonly XmlNode[];
  /** Parts of the printed entry, as `\newblock` divides it. */
  blocks?: readonly string[];
  /** A label of the author's own (`[KN96]`), or the number in the list. */
  label?: string;
  /** "Ahmad and Afzal", "2018a". */
  names?: string;
  year?: string;
  /** What a `.bib` file says of it. */
  known?: BibliographyEntry;
};
