import { hidden } from '../../jats/text/hidden.ts';
import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { MarkdownContext } from './context.ts';

/** What is read while a tag between blocks hides all, marked as hidden; otherwise as it is. */
export function hiddenIn({ hiding }: MarkdownContext, children: XmlNode[]): XmlNode[] {
  return hiding === undefined || children.length === 0 ? children : [element(hidden, {}, children)];
}
