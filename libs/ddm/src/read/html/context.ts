import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** The state of bringing one page into the form of an article. */
export type HtmlContext = {
  /** The entry of the reference list that an anchor stands in. */
  readonly entries: ReadonlyMap<string, string>;
  /** Whether the page hides what is being read. */
  readonly hidden: boolean;
  /** Notes gathered at the end of the page, by their ids. */
  readonly notes: ReadonlyMap<string, XmlElement>;
  /** Texts of pictures that stand amid the text, in characters. */
  readonly alternatives: { characters: number };
  /** The two readers that everything recurses through. */
  readonly readers: {
    blocks(nodes: readonly XmlNode[], context: HtmlContext): XmlNode[];
    inlines(nodes: readonly XmlNode[], context: HtmlContext): XmlNode[];
  };
};
