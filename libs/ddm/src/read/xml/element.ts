import type { XmlElement, XmlNode } from './tree.ts';

/** An element made by hand, for readers that bring a source into the form of another. Empty texts are left out. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children: children.filter((child) => child !== '') };
}
