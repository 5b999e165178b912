import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { EnvironmentNode, LatexNode } from '../tree/node.ts';
import { isPseudocode, readAlgorithmic } from './algorithms.ts';
import type { EnvironmentReader, LatexContext } from './context.ts';
import type { Caption, Float, FloatKind } from './float.ts';
import { Writer } from './writer.ts';

/** What a float environment takes before its content: places in brackets, widths in braces. */
const floatArguments: Readonly<Record<string, string>> = {
  wrapfigure: 'omom',
  wraptable: 'omom',
  SCfigure: 'oo',
  floatingfigure: 'm',
};

/** A block in a float, and how many captions stand before it. */
type Piece = { node: XmlNode; after: number };

/** A figure, table or algorithm with its captions, each a float of its own. */
export function floatReader(kind: FloatKind): EnvironmentReader {
  return (node, writer, context) => {
    const cursor = new NodeCursor(node.children);
    for (const argument of floatArguments[node.name] ?? 'o') {
      if (argument === 'o') cursor.optional();
      else cursor.group();
    }
    const float: Float = { kind, captions: [], panels: 0, inPanel: false };
    const outer = context.float;
    context.float = float;
    const pieces = readPieces(cursor, float, context);
    context.float = outer;
    writer.float(...floatsOf(float, pieces));
  };
}

/** `\begin{subfigure}[b]{0.5\textwidth}`, or a minipage in a float. */
export function readPanel(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  cursor.optional();
  cursor.optional();
  cursor.group();
  const { float } = context;
  const outer = float?.inPanel ?? false;
  if (float) float.inPanel = true;
  context.read.nodes(cursor.rest(), writer, context);
  if (float) float.inPanel = outer;
}

/** What stands in a float, and how many captions were met before each piece. */
function readPieces(cursor: NodeCursor, float: Float, context: LatexContext): Piece[] {
  const pieces: Piece[] = [];
  const isCaption = (node: LatexNode): boolean => node.kind === 'command' && /^caption(?:of)?$/.test(node.name);
  for (;;) {
    const content = readPiece(cursor.until(isCaption), float, context);
    for (const node of content) pieces.push({ node, after: float.captions.length });
    const caption = cursor.next();
    if (caption?.kind !== 'command') return pieces;
    context.read.command(caption, cursor, new Writer(true), context);
  }
}

function readPiece(nodes: readonly LatexNode[], { kind }: Float, context: LatexContext): XmlNode[] {
  if (kind !== 'algorithm' || !isPseudocode(nodes)) return context.read.blocks(nodes, context);
  const writer = new Writer();
  readAlgorithmic(
    { kind: 'environment', name: 'algorithmic', children: [...nodes], file: '', line: 0 },
    writer,
    context,
  );
  return writer.finish();
}

function floatsOf({ kind, captions }: Float, pieces: readonly Piece[]): XmlElement[] {
  const nodes = pieces.map(({ node }) => node);
  if (captions.length < 2) return [floatElement(kind, captions[0], nodes)];
  // Captions stand all above or all below what they belong to.
  const areAbove = pieces.every(({ after }) => after > 0);
  return captions.map((caption, i) => {
    const own = pieces.filter(({ after }) => (areAbove ? after - 1 : Math.min(after, captions.length - 1)) === i);
    return floatElement(
      kind,
      caption,
      own.map(({ node }) => node),
    );
  });
}

function floatElement(outer: FloatKind, caption: Caption | undefined, content: readonly XmlNode[]): XmlElement {
  const kind = caption?.kind ?? outer;
  const head = caption
    ? [
        ...(caption.label === undefined ? [] : [element('label', {}, [caption.label])]),
        element('caption', {}, [element('p', {}, [...caption.text])]),
      ]
    : [];
  const blocks = content.map((node) => (isElement(node) ? node : element('p', {}, [node])));
  if (kind !== 'table') return element(blocks.length > 0 && !caption ? 'fig-group' : 'fig', {}, [...head, ...blocks]);
  const grids = blocks.flatMap(gridsOf);
  const notes = blocks.filter((block) => gridsOf(block).length === 0);
  return element('table-wrap', {}, [
    ...head,
    ...grids,
    ...(notes.length > 0 ? [element('table-wrap-foot', {}, notes)] : []),
  ]);
}

/** The grids in a block; a paragraph may hold nothing else. */
function gridsOf(block: XmlElement): XmlElement[] {
  if (block.name === 'table') return [block];
  if (block.name !== 'p') return [];
  const inside = block.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  return inside.every((child) => isElement(child) && child.name === 'table') ? inside.filter(isElement) : [];
}
