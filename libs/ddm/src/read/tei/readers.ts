import type { XmlNode } from '../xml/tree.ts';

/** The two readers that everything recurses through. `plain`: notes are text where they stand, as below a table. */
export type TeiReaders = {
  blocks(nodes: readonly XmlNode[], read: TeiReaders, plain?: boolean): XmlNode[];
  inlines(nodes: readonly XmlNode[], read: TeiReaders): XmlNode[];
  /** Whether an element of this name is a block wherever it stands. */
  isBlock(name: string): boolean;
};
