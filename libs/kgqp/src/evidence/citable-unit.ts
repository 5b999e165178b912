import type { Box, Citation, Role } from '@askg/contract';

/** A piece of a paper with words of its own and an address: what a citation can quote. */
export type CitableUnit = {
  /** Path below the paper; empty for a metadata field of the paper itself. */
  id: string;
  kind: Citation['unit'];
  /** The stored text, word for word. */
  text: string;
  boxes: Box[];
  /** Headings from the outermost section in, such as `Methods › Data`. */
  section?: string;
  role?: Role;
  /** Id of the paragraph, caption or table around, whose units follow one another. */
  block: string;
  /** Place in the reading order of the paper. */
  order: number;
  /** Marked hidden or suspicious when the paper was read: never quoted, never shown to a model. */
  flagged: boolean;
};

/** Between the headings of a section path. */
export const sectionSeparator = ' › ';
