import { childElements, type XmlElement, type XmlNode } from '../xml/tree.ts';

export function hasClass(element: XmlElement, ...names: string[]): boolean {
  const classes = (element.attributes.class ?? '').split(/\s+/);
  return names.some((name) => classes.includes(name));
}

/** The first element below that fits, in document order. */
export function find(parent: XmlElement, fits: (element: XmlElement) => boolean): XmlElement | undefined {
  for (const child of childElements(parent)) {
    const found = fits(child) ? child : find(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** All elements below that fit, but none inside another. */
export function findAll(parent: XmlElement, fits: (element: XmlElement) => boolean): XmlElement[] {
  return childElements(parent).flatMap((child) => (fits(child) ? [child] : findAll(child, fits)));
}

/** A tree without some of its elements. */
export function without(parent: XmlElement, removed: (element: XmlElement) => boolean): XmlElement {
  return {
    ...parent,
    children: parent.children.flatMap((child): XmlNode[] =>
      typeof child === 'string' ? [child] : removed(child) ? [] : [without(child, removed)],
    ),
  };
}
