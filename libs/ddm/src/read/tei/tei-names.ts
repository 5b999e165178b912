import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

const namespace = /^\{http:\/\/www\.tei-c\.org\/ns\/1\.0\/?\}/;

/** A tree whose TEI elements go by their local names; files without the namespace do so already. */
export function withLocalNames(root: XmlElement): XmlElement {
  const children = root.children.map((child): XmlNode => (isElement(child) ? withLocalNames(child) : child));
  return { name: root.name.replace(namespace, ''), attributes: root.attributes, children };
}
