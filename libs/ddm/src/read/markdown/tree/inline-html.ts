import type { XmlNode } from '../../xml/tree.ts';
import type { MarkdownContext } from './context.ts';

/** A tag amid running text says how it looks; what stands between two tags is Markdown and read as such. */
export function inlineHtml(tag: string, context: MarkdownContext): XmlNode[] {
  if (tag.startsWith('<!--')) {
    context.notices.push((findings) => findings.dropped('comments', tag.replace(/^<!--|-->$/g, '').trim().length));
    return [];
  }
  return /^<\/?(?:br|p|div|hr|li|tr|td|th|h[1-6])\b/i.test(tag) ? [' '] : [];
}
