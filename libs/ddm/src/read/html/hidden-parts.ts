import { element } from '../xml/element.ts';
import { words } from '../xml/names.ts';
import { isElement, type XmlElement } from '../xml/tree.ts';
import { isHidden } from './hidden.ts';

/** Elements that are read as parts of a table, a list or a figure, and not as blocks or running text of their own. */
const parts = new Set(words('table caption thead tbody tfoot tr th td ul ol li dl dt dd figure figcaption'));

/** A tree in which the text of hidden parts is hidden piece by piece, wherever it is read. */
export function withHiddenParts(source: XmlElement, isInside = false): XmlElement {
  if (source.name.startsWith('mml:')) return source;
  const isHiding = isInside || (parts.has(source.name) && isHidden(source));
  return {
    ...source,
    children: source.children.map((child) => {
      if (isElement(child)) return withHiddenParts(child, isHiding);
      return isHiding && /\S/.test(child) ? element('span', { hidden: '' }, [child]) : child;
    }),
  };
}
