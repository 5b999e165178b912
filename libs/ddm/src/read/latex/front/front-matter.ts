import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { LatexNode } from '../tree/node.ts';

/** A command about the people of a paper, in its order: `\author[1]{Name}`, `\affil[1]{Place}`, `\email{…}`. */
export type PeopleItem = { command: string; marks: string | undefined; nodes: readonly LatexNode[] };

/** What a source says of the paper itself, wherever it says it. */
export class FrontMatter {
  title: XmlNode[] = [];
  date = '';
  doi = '';
  readonly people: PeopleItem[] = [];
  readonly abstract: XmlNode[] = [];
  readonly keywords: string[] = [];
  /** Notes on the title and on authors. */
  readonly notes: XmlElement[] = [];
}
