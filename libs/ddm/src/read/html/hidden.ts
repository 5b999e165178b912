import type { Flow, JatsContext } from '../jats/context.ts';
import { appendNode } from '../jats/text/inline.ts';
import { element } from '../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

const wrapper = 'html:hidden';

/** Styles by which a page hides text from its readers, but not from programs. */
const hiding =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0(?![.\d]*[1-9])|(?:^|[;\s])color\s*:\s*(?:white|#fff(?:fff)?\b|transparent)/i;

/** Whether a page does not show an element. */
export function isHidden({ name, attributes }: XmlElement): boolean {
  if (name.startsWith('mml:')) return false;
  return attributes.hidden !== undefined || hiding.test(attributes.style ?? '');
}

/** Text to be flagged as hidden. */
export function hiddenText(text: string): XmlNode {
  return element(wrapper, {}, [text]);
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
