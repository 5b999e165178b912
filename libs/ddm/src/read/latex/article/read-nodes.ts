import type { XmlNode } from '../../xml/tree.ts';
import { letters, operators } from '../../tex-math/symbols.ts';
import { readMath } from '../math/formula.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { CommandNode, LatexNode } from '../tree/node.ts';
import { bibliographyCommands, readBibliographyEnvironment } from '../bibliography/commands.ts';
import { frontCommands, frontEnvironments } from '../front/commands.ts';
import { typeset } from './characters.ts';
import { type CommandReader, type LatexContext, noteUnknown } from './context.ts';
import { readEnvironment } from './environments.ts';
import { readVerbatim } from './listings.ts';
import { commandSignatures, parameters } from './silent-commands.ts';
import { structureCommands } from './structure-commands.ts';
import { textCommands } from './text-commands.ts';
import { Writer } from './writer.ts';

const commands: ReadonlyMap<string, CommandReader> = new Map([
  ...textCommands,
  ...structureCommands,
  ...bibliographyCommands,
  ...frontCommands,
]);

/** Whether the reader knows what a command prints. */
export function isKnownCommand(name: string): boolean {
  return commands.has(name) || commandSignatures.has(name) || parameters.has(name);
}

/** Appends what nodes print. What a group sets (a colour) ends with it. */
export function readNodes(nodes: readonly LatexNode[], writer: Writer, context: LatexContext): void {
  const { hidden } = writer;
  const cursor = new NodeCursor(nodes);
  for (let node = cursor.next(); node; node = cursor.next()) {
    if (node.kind === 'command') readCommand(node, cursor, writer, context);
    else readNode(node, writer, context);
  }
  writer.hidden = hidden;
}

function readNode(node: Exclude<LatexNode, CommandNode>, writer: Writer, context: LatexContext): void {
  switch (node.kind) {
    case 'text':
      writer.add(typeset(node.text));
      break;
    case 'space':
    case 'tie':
    case 'cell':
      writer.add(' ');
      break;
    case 'paragraph':
      writer.endParagraph();
      break;
    case 'sup':
      writer.add('^');
      break;
    case 'sub':
      writer.add('_');
      break;
    case 'group':
      readNodes(node.children, writer, context);
      break;
    case 'math':
      writer.add(readMath(node, context));
      break;
    case 'verbatim':
      readVerbatim(node, writer, context);
      break;
    case 'environment': {
      const { hidden } = writer;
      const front = frontEnvironments.get(node.name);
      if (front) front(node, writer, context);
      else if (/^(?:thebibliography|references)$/.test(node.name)) readBibliographyEnvironment(node, context);
      else readEnvironment(node, writer, context);
      writer.hidden = hidden;
    }
  }
}

/** Appends what a command prints. */
export function readCommand(node: CommandNode, cursor: NodeCursor, writer: Writer, context: LatexContext): void {
  const reader = commands.get(node.name);
  const signature = commandSignatures.get(node.name);
  const symbol = letters.get(node.name) ?? operators.get(node.name);
  if (reader) reader(cursor, writer, context, node);
  else if (signature !== undefined) skipArguments(signature, cursor);
  else if (parameters.has(node.name)) skipLength(cursor);
  else if (symbol !== undefined) writer.add(symbol);
  else noteUnknown(context, `\\${node.name}`);
}

function skipArguments(signature: string, cursor: NodeCursor): void {
  for (const argument of signature) {
    if (argument === 's') cursor.star();
    else if (argument === 'o') cursor.optional();
    else if (argument === 'm') cursor.argument();
  }
}

const length = /^=?-?(?:[\d.]+(?:true)?(?:pt|em|ex|cm|mm|in|pc|bp|sp|fil{1,3})?)?(?![a-z])/;
const stretch = /^(?:plus|minus|height|width|depth|by)(?=[\d.-]|$)-?[\d.]*(?:pt|em|ex|cm|mm|in|fil{1,3})?(?![a-z])/;

/** `=2pt plus 1pt`, `2\baselineskip`, `height7pt width4pt`. */
function skipLength(cursor: NodeCursor): void {
  cursor.skipText(length);
  for (let skipped = cursor.skipText(stretch); skipped !== ''; skipped = cursor.skipText(stretch)) {
    if (!/\d/.test(skipped)) cursor.skipText(length);
  }
}

/** Nodes as running text, without white space at the ends. */
export function readInline(nodes: readonly LatexNode[], context: LatexContext): XmlNode[] {
  const writer = new Writer(true);
  readNodes(nodes, writer, context);
  return writer.finish();
}

/** Nodes as paragraphs and other blocks. */
export function readBlocks(nodes: readonly LatexNode[], context: LatexContext): XmlNode[] {
  const writer = new Writer();
  readNodes(nodes, writer, context);
  return writer.finish();
}
