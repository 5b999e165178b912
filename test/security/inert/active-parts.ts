import { parseHtml } from '../../../libs/ddm/src/read/html/parse-html.ts';
import { isElement, type XmlElement } from '../../../libs/ddm/src/read/xml/tree.ts';

/** Elements that a page of the server never has: whatever holds one got it from elsewhere. */
const foreign = new Set(['iframe', 'object', 'embed', 'frame', 'base', 'template', 'mml:math', 'marquee']);
const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data']);

/** What of a page would run or fetch something that it should not; empty where a browser only shows text. */
export function activeParts(page: string): string[] {
  const visit = (element: XmlElement): string[] => [
    ...partsOf(element),
    ...element.children.filter(isElement).flatMap(visit),
  ];
  return visit(parseHtml(page));
}

function partsOf({ name: tag, attributes }: XmlElement): string[] {
  const found = foreign.has(tag) ? [`<${tag}>`] : [];
  const source = attributes['src'] ?? '';
  if (tag === 'script' && !source.startsWith('/assets/')) found.push('<script>');
  if (tag === 'img' && !/^(?:\/|data:image\/)/.test(source)) found.push('<img>');
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on') || name === 'srcdoc' || name === 'style') found.push(name);
    const isActive = /^\s*(?:javascript|vbscript|data:text)/i.test(value);
    if (addresses.has(name) && isActive) found.push(`${name}=${value}`);
  }
  return found;
}
