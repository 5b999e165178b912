import type { Flow, JatsContext } from '../../jats/context.ts';
import { appendNode } from '../../jats/text/inline.ts';
import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';

const wrapper = 'latex:hidden';

/** Running text that the page does not show: white, transparent or without size. What follows directly joins it. */
export function hideNode(node: XmlNode, before: XmlNode | undefined): XmlElement | undefined {
  if (isElement(before) && before.name === wrapper) {
    before.children.push(node);
    return undefined;
  }
  return typeof node === 'string' && node.trim() === '' ? undefined : element(wrapper, {}, [node]);
}

/** Appends running text as the article reader does, and marks what is hidden. */
export function appendMarked(node: XmlNode, flow: Flow, context: JatsContext): void {
  if (!isElement(node) || node.name !== wrapper) {
    appendNode(node, flow, context);
    return;
  }
  // A sentence of its own, so that what is shown beside it is not flagged too.
  flow.text.break().open({ kind: 'hidden' });
  context.appendChildren(node, flow);
  flow.text.close().break();
}
