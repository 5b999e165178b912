import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { ProtectedPart } from '../source/protected.ts';
import { figureOf, isCaption, tableCaption } from './captions.ts';
import type { MarkdownContext } from './context.ts';
import { hiddenSpans } from './hidden-spans.ts';
import { inlineHtml } from './inline-html.ts';
import { hiddenIn } from './hidden-in.ts';
import { readColumnTable, readPipeTable } from './tables.ts';
import { readText } from './text.ts';

/** Blocks of Markdown as those of an article. Headings are not among them: see `sections.ts`. */
export function readMarkdownBlocks(nodes: readonly RootContent[], context: MarkdownContext): XmlNode[] {
  const read: XmlNode[] = [];
  const taken = new Set<RootContent>();
  for (const [i, node] of nodes.entries()) {
    if (taken.has(node)) continue;
    const columns = node.type === 'paragraph' ? soleTable(node, context) : undefined;
    if (node.type === 'table' || columns) {
      // A caption stands below its table or above; one above was read already if it belongs to a table before it.
      const place = [nodes[i + 1], nodes[i - 1]].find((other) => isCaption(other) && !taken.has(other));
      const caption = tableCaption(place, context);
      if (place) taken.add(place);
      if (columns) read.push(readColumnTable(columns.rows, caption, context));
      else if (node.type === 'table') read.push(readPipeTable(node, caption, context));
    } else if (isCaption(node) && isTable(nodes[i + 1], context) && !isCaption(nodes[i + 2])) continue;
    else read.push(...readBlock(node, context));
  }
  return read;
}

function isTable(node: RootContent | undefined, context: MarkdownContext): boolean {
  return node?.type === 'table' || (node?.type === 'paragraph' && soleTable(node, context) !== undefined);
}

function soleTable(
  { children }: Paragraph,
  context: MarkdownContext,
): Extract<ProtectedPart, { kind: 'table' }> | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text') return undefined;
  const [part, ...rest] = context.parts.split(only.value.trim());
  return rest.length === 0 && typeof part === 'object' && part.kind === 'table' ? part : undefined;
}

function readBlock(node: RootContent, context: MarkdownContext): XmlNode[] {
  switch (node.type) {
    case 'paragraph':
      return [figureOf(node, context) ?? element('p', {}, context.readers.inlines(node.children, context))];
    case 'heading':
      // Only in quotations and lists: there it is a line of its own.
      return [element('p', {}, [element('bold', {}, context.readers.inlines(node.children, context))])];
    case 'blockquote':
      return [element('disp-quote', {}, context.readers.blocks(node.children, context))];
    case 'list':
      return [readList(node, context)];
    case 'code':
      return [element('code', {}, hiddenIn(context, [context.parts.restore(node.value)]))];
    case 'html':
      return readHtml(node.value, context);
    case 'table':
      return [readPipeTable(node, undefined, context)];
    default:
      return [];
  }
}

function readList(list: List, context: MarkdownContext): XmlElement {
  const start = list.start ?? 1;
  const items = list.children.map((item, i) => {
    const label = itemLabel(item, list.ordered === true && start !== 1 ? `${start + i}.` : undefined);
    return element('list-item', {}, [
      ...(label === undefined ? [] : [element('label', {}, [label])]),
      ...context.readers.blocks(item.children, context),
    ]);
  });
  return element('list', { 'list-type': list.ordered ? 'order' : 'bullet' }, items);
}

function itemLabel(item: ListItem, number: string | undefined): string | undefined {
  return item.checked === true ? '☑' : item.checked === false ? '☐' : number;
}

/** A block of HTML is read for its text; its tags say nothing that Markdown could not. */
function readHtml(html: string, context: MarkdownContext): XmlNode[] {
  const pieces = html.split(/(<!--[\s\S]*?-->|<[^<>]+>)/);
  const content = pieces.map((piece, i) =>
    i % 2 === 1
      ? { tag: piece, children: inlineHtml(piece, context) }
      : { tag: undefined, children: readText(piece, '', false, context) },
  );
  const { children, open } = hiddenSpans(content, context.hiding);
  context.hiding = open;
  return [element('p', {}, children)];
}
