import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Findings } from '../../jats/findings.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { ProtectedParts } from '../source/protected.ts';
import type { Citations } from './citations.ts';
import type { OpenHiding } from './hidden-spans.ts';
import type { Labels } from './labels.ts';

/** Something to tell of the paper once its findings are collected. */
export type Notice = (findings: Findings) => void;

/** The state of bringing one Markdown file into the form of an article. */
export type MarkdownContext = {
  readonly parts: ProtectedParts;
  readonly citations: Citations;
  readonly labels: Labels;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the notes that were met, by their identifiers. */
  readonly noteNumbers: Map<string, number>;
  readonly notices: Notice[];
  /** A tag between blocks that hides those that follow, where one is open. */
  hiding?: OpenHiding | undefined;
  /** Whether entries of a list are cited by their printed numbers. */
  readonly numbered: ReadonlySet<string>;
  readonly readers: {
    blocks(nodes: readonly RootContent[], context: MarkdownContext): XmlNode[];
    inlines(nodes: readonly PhrasingContent[], context: MarkdownContext): XmlNode[];
    /** Markdown inside a cell or a command, as running text. */
    fragment(source: string, context: MarkdownContext): XmlNode[];
  };
};
