import { words } from '../xml/names.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

const blocks = new Set(words('p div table ul ol dl section article blockquote pre figure'));

/** A page with a heading that nobody closed has its text inside the heading; here it follows it. */
export function unnestHeadings(parent: XmlElement): XmlElement {
  return {
    ...parent,
    children: parent.children.flatMap((child): XmlNode[] => {
      if (!isElement(child)) return [child];
      const inner = unnestHeadings(child);
      const at = inner.children.findIndex((node) => isElement(node) && blocks.has(node.name));
      if (!/^h[1-6]$/.test(inner.name) || at < 0) return [inner];
      return [{ ...inner, children: inner.children.slice(0, at) }, ...inner.children.slice(at)];
    }),
  };
}
