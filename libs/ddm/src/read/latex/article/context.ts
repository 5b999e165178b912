import type { Preamble } from '../expand/preamble.ts';
import type { Notices } from '../expand/notices.ts';
import type { LatexNode } from '../tree/node.ts';
import type { NodeCursor } from '../tree/cursor.ts';
import type { CommandNode, EnvironmentNode } from '../tree/node.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { BibliographyReader } from '../bibliography/bibliography-reader.ts';
import type { Citations } from '../bibliography/citations.ts';
import type { FrontMatter } from '../front/front-matter.ts';
import type { Colours } from './colours.ts';
import type { Counters } from './counters.ts';
import type { Float } from './float.ts';
import type { Labels } from './labels.ts';
import type { Writer } from './writer.ts';

/** Reads a command's arguments from the cursor and writes what it prints. */
export type CommandReader = (cursor: NodeCursor, writer: Writer, context: LatexContext, node: CommandNode) => void;

/** Writes what an environment prints. */
export type EnvironmentReader = (node: EnvironmentNode, writer: Writer, context: LatexContext) => void;

/** The state of bringing one LaTeX source into the form of an article. */
export type LatexContext = {
  readonly preamble: Preamble;
  readonly notices: Notices;
  readonly counters: Counters;
  readonly labels: Labels;
  readonly citations: Citations;
  readonly bibliography: BibliographyReader;
  readonly front: FrontMatter;
  readonly colours: Colours;
  /** Commands and environments that nothing is known of, and how often they were met. */
  readonly unknown: Map<string, number>;
  /** What commands say of the look of citations (`\setcitestyle`). */
  readonly styleOptions: string[];
  /** Characters that are not read, by what they were. */
  readonly dropped: Map<string, number>;
  /** The figure or table being read. */
  float: Float | undefined;
  /** Whether what is read stands on a ground of its own colour, so that white text is seen. */
  onColour: boolean;
  /** Levels of lists being read. */
  listDepth: number;
  readonly read: {
    /** Appends what nodes print. */
    nodes(nodes: readonly LatexNode[], writer: Writer, context: LatexContext): void;
    /** Appends what one command prints; its arguments come from the cursor. */
    command(node: CommandNode, cursor: NodeCursor, writer: Writer, context: LatexContext): void;
    /** Nodes as running text. */
    inline(nodes: readonly LatexNode[], context: LatexContext): XmlNode[];
    /** Nodes as paragraphs and other blocks. */
    blocks(nodes: readonly LatexNode[], context: LatexContext): XmlNode[];
  };
};

/** Tells of a command or an environment that the reader does not know. */
export function noteUnknown(context: LatexContext, name: string): void {
  context.unknown.set(name, (context.unknown.get(name) ?? 0) + 1);
}

/** Tells of text that is left out. */
export function drop(context: LatexContext, what: string, characters: number): void {
  if (characters > 0) context.dropped.set(what, (context.dropped.get(what) ?? 0) + characters);
}
