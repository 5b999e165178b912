import { rawText } from '../../xml/tree.ts';
import { typeset } from '../article/characters.ts';
import type { LatexContext } from '../article/context.ts';
import { textSymbols } from '../article/text-symbols.ts';
import { Writer } from '../article/writer.ts';
import { letters, operators } from '../../tex-math/symbols.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { LatexNode } from '../tree/node.ts';
import { rawTextOf, texOf } from '../tree/plain.ts';

/** Signs in the text of an author block, of characters for private use that no text has. */
export const signs = {
  author: '\ue003',
  gap: '\ue004',
  markStart: '\ue001',
  markEnd: '\ue002',
  orcid: '\ue006',
  place: '\ue005',
} as const;

/**
 * The content of an author block as text of lines: marks that tie authors to places stand in signs, as do the borders
 * between authors.
 */
export function authorText(nodes: readonly LatexNode[], context: LatexContext): string {
  const cursor = new NodeCursor(nodes);
  let text = '';
  for (let node = cursor.next(); node; node = cursor.next()) {
    if (node.kind !== 'command') text += nodeText(node, context);
    else text += commandText(node, cursor, context);
  }
  return text;
}

function mark(content: string): string {
  return `${signs.markStart}${content.trim()}${signs.markEnd}`;
}

function nodeText(node: Exclude<LatexNode, { kind: 'command' }>, context: LatexContext): string {
  switch (node.kind) {
    case 'text':
      return typeset(node.text);
    case 'space':
    case 'tie':
      return ' ';
    case 'paragraph':
      return '\n';
    case 'cell':
      return signs.gap;
    case 'math':
      return mathText(texOf(node.tokens));
    case 'group':
      return authorText(node.children, context);
    case 'environment': {
      const cursor = new NodeCursor(node.children);
      if (/^(?:tabular|minipage)/.test(node.name)) {
        cursor.optional();
        cursor.group();
      }
      return `\n${authorText(cursor.rest(), context)}\n`;
    }
    case 'verbatim':
      return node.text;
    default:
      return '';
  }
}

/** `$^{\dagger,1}$` is a mark; other formulas are taken for their signs. */
function mathText(tex: string): string {
  const plain = tex
    .replaceAll(/\\(?:text|textrm|mathrm|textbf|mathbf|rm|bf|it|quad|;|,|!)/g, '')
    .replaceAll(
      /\\([a-zA-Z]+|.)\s*/g,
      (_, name: string) => letters.get(name) ?? operators.get(name) ?? textSymbols.get(name) ?? '',
    );
  return plain.trim().startsWith('^')
    ? mark(plain.replaceAll(/[\^{}\s]/g, ''))
    : plain.replaceAll(/\^\{?([^{}]*)\}?/g, (_, content: string) => mark(content)).replaceAll(/[{}]/g, '');
}

function commandText(node: Extract<LatexNode, { kind: 'command' }>, cursor: NodeCursor, context: LatexContext): string {
  switch (node.name) {
    case 'and':
    case 'And':
    case 'AND':
      return `\n${signs.author}`;
    case '\\':
    case 'newline':
    case 'par':
      cursor.star();
      cursor.optional();
      return '\n';
    case 'addr':
      return `\n${signs.place}`;
    case 'institution':
    case 'department':
    case 'position':
    case 'streetaddress':
    case 'city':
    case 'state':
    case 'country':
      return `${authorText(cursor.argument(), context)}, `;
    case 'postcode':
      return `${authorText(cursor.argument(), context)} `;
    case 'quad':
    case 'qquad':
    case 'hfill':
      return signs.gap;
    case 'hspace':
      cursor.star();
      cursor.argument();
      return signs.gap;
    case 'textsuperscript':
    case 'inst':
    case 'IEEEauthorrefmark':
    case 'sup':
      return mark(authorText(cursor.argument(), context));
    case 'footnotemark':
    case 'authormark':
      cursor.optional();
      return '';
    case 'corref':
    case 'fnref':
    case 'IEEEmembership':
    case 'authornote':
    case 'authornotemark':
      cursor.optional();
      cursor.group();
      return '';
    case 'thanks':
    case 'Thanks':
    case 'footnote':
    case 'thanksref':
    case 'samethanks':
      return note(cursor, context);
    case 'IEEEauthorblockA':
      return `\n${authorText(cursor.argument(), context).replaceAll(/^/gm, signs.place)}\n`;
    case 'email':
      return ` ${emailText(cursor, context)} `;
    case 'orcidID':
    case 'orcid':
    case 'orcidlink':
    case 'orcidicon':
      return `${signs.orcid}${cursor.rawArgument()}${signs.orcid}`;
    default: {
      const writer = new Writer(true);
      context.read.command(node, cursor, writer, context);
      return writer.finish().map(rawText).join('');
    }
  }
}

/** A note is kept apart; it is printed, but not with the name. */
function note(cursor: NodeCursor, context: LatexContext): string {
  cursor.optional();
  const nodes = cursor.group();
  if (!nodes) return '';
  const content = context.read.blocks(nodes, context);
  context.front.notes.push({ name: 'fn', attributes: {}, children: content });
  return '';
}

/** `\email{a@b.c}`, or without braces up to the next space. */
function emailText(cursor: NodeCursor, context: LatexContext): string {
  cursor.optional();
  const group = cursor.group();
  if (group) return authorText(group, context);
  return rawTextOf(cursor.until(({ kind }) => kind === 'space' || kind === 'paragraph' || kind === 'command'));
}
