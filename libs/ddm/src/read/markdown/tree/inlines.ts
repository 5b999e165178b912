import type { Link, PhrasingContent } from 'mdast';
import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import { takeLeadingAttributes } from './attributes.ts';
import type { MarkdownContext } from './context.ts';
import { readFootnoteReference } from './footnotes.ts';
import { inlineHtml } from './inline-html.ts';
import { hiddenIn } from './hidden-in.ts';
import { withHiddenSpans } from './hidden-spans.ts';
import { lastCharacter, readText } from './text.ts';

/** Running text of Markdown as that of an article; hidden, where a tag between blocks hides it. */
export function readInlines(nodes: readonly PhrasingContent[], context: MarkdownContext): XmlNode[] {
  return hiddenIn(context, readRun(nodes, context));
}

function readRun(nodes: readonly PhrasingContent[], context: MarkdownContext): XmlNode[] {
  const read: XmlNode[] = [];
  const pieces = nodes.map((node, i) => {
    const children = readInline(node, nodes[i - 1], lastCharacter(read), i < nodes.length - 1, context);
    read.push(...children);
    return { tag: node.type === 'html' ? node.value : undefined, children };
  });
  return withHiddenSpans(pieces);
}

/** Nodes that pandoc hangs attributes on. */
const attributed = new Set(['image', 'link', 'inlineCode']);

function readInline(
  node: PhrasingContent,
  previous: PhrasingContent | undefined,
  before: string,
  goesOn: boolean,
  context: MarkdownContext,
): XmlNode[] {
  switch (node.type) {
    case 'text': {
      const value = previous && attributed.has(previous.type) ? takeLeadingAttributes(node.value).text : node.value;
      return readText(value, before, goesOn, context);
    }
    case 'emphasis':
      return [element('italic', {}, readRun(node.children, context))];
    case 'strong':
      return [element('bold', {}, readRun(node.children, context))];
    case 'delete':
    case 'linkReference':
      return readRun(node.children, context);
    case 'inlineCode':
      return [element('monospace', {}, [context.parts.restore(node.value)])];
    case 'link':
      return [readLink(node, context)];
    case 'footnoteReference':
      return readFootnoteReference(node.identifier, context);
    case 'image':
    case 'imageReference': {
      const alternative = node.alt ?? '';
      context.notices.push((findings) => findings.dropped('alternative texts', alternative.length));
      return [];
    }
    case 'break':
      return [' '];
    case 'html':
      return inlineHtml(node.value, context);
    default:
      return [];
  }
}

function readLink(link: Link, context: MarkdownContext): XmlNode {
  const shown = isAddress(link) ? [context.parts.restore(textOf(link))] : readRun(link.children, context);
  return element('ext-link', { 'xlink:href': context.parts.restore(link.url) }, shown);
}

/** Whether a link shows its own address, in which nothing is to be read as Markdown. */
function isAddress(link: Link): boolean {
  const text = textOf(link);
  return text !== '' && link.url.endsWith(text);
}

function textOf({ children }: Link): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
