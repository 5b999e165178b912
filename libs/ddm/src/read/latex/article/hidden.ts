import { hidden } from '../../jats/text/hidden.ts';
import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';

/** Running text that the page does not show: white, transparent or without size. What follows directly joins it. */
export function hideNode(node: XmlNode, before: XmlNode | undefined): XmlElement | undefined {
  if (isElement(before) && before.name === hidden) {
    before.children.push(node);
    return undefined;
  }
  return typeof node === 'string' && node.trim() === '' ? undefined : element(hidden, {}, [node]);
}
