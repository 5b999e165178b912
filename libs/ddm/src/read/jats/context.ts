import type { DraftBlock, DraftParagraph, DraftSection, DraftText } from '../../document/draft.ts';
import { DraftTextBuilder } from '../../document/draft-text.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { expandRanges } from './references/citation-ranges.ts';
import { Findings } from './findings.ts';
import type { ReferenceIndex } from './references/reference-index.ts';

/** What paragraphs read at some place are. */
export type ParagraphStyle = Pick<DraftParagraph, 'kind' | 'list'>;

/** Running text under construction, and the units met inside it that a document keeps apart from it. */
export type Flow = {
  readonly text: DraftTextBuilder;
  readonly lifted: DraftBlock[];
  /** Whether there is any text that a lifted unit does not hold as well. */
  hasOwnText: boolean;
};

/** The two readers that everything recurses through. */
export type NodeReaders = {
  /** Reads the content of an element, without those children that `skip` names, as blocks. */
  blocks(
    parent: XmlElement,
    context: JatsContext,
    options?: { style?: ParagraphStyle; skip?: readonly string[] },
  ): DraftBlock[];
  /** Appends a node as running text. */
  append(node: XmlNode, flow: Flow, context: JatsContext): void;
};

/** The state of reading one article. */
export class JatsContext {
  readonly findings = new Findings();
  readonly references: ReferenceIndex;
  readonly #readers: NodeReaders;
  /** The article (0) or the sub-article being read: ids of citations are looked up there first. */
  scope = 0;
  /** The section being read. */
  section: DraftSection | undefined;
  /** Where each id was first mentioned by a cross-reference. */
  readonly mentionedIn = new Map<string, DraftSection>();

  constructor(references: ReferenceIndex, readers: NodeReaders) {
    this.references = references;
    this.#readers = readers;
  }

  blocks(parent: XmlElement, style?: ParagraphStyle, skip: readonly string[] = []): DraftBlock[] {
    return this.#readers.blocks(parent, this, style ? { style, skip } : { skip });
  }

  flow(): Flow {
    return { text: new DraftTextBuilder(), lifted: [], hasOwnText: false };
  }

  append(node: XmlNode, flow: Flow): void {
    this.#readers.append(node, flow, this);
  }

  appendChildren(element: XmlElement, flow: Flow, skip: readonly string[] = []): void {
    for (const child of element.children) {
      if (typeof child === 'string' || !skip.includes(child.name)) this.append(child, flow);
    }
  }

  finish(flow: Flow): DraftText {
    return expandRanges(flow.text.build(), this.references, this.scope);
  }
}
