import { element } from '../../xml/element.ts';
import { hidesText } from '../../xml/hidden-style.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';

/** Name of the element around running text that readers of the page do not see. No file can hold it. */
export const hidden = 'askg:hidden';

/** A tree in which the text below elements that their style hides is marked. */
export function withHiddenByStyle(root: XmlElement): XmlElement {
  return hides(root) ? mark(root, false) : root;
}

function hides({ attributes, children }: XmlElement): boolean {
  return hidesText(attributes.style ?? '') || children.some((child) => isElement(child) && hides(child));
}

function mark(source: XmlElement, isHidden: boolean): XmlElement {
  const isInside = isHidden || hidesText(source.attributes.style ?? '');
  return {
    ...source,
    children: source.children.map((child): XmlNode => {
      if (isElement(child)) return mark(child, isInside);
      return isInside && /\S/.test(child) ? element(hidden, {}, [child]) : child;
    }),
  };
}
