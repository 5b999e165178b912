import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import { DdmError } from '../../ddm-error.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

export type HtmlLimits = { elements: number; depth: number };

/** Browsers stop nesting at 512 levels; the page's own tree is far flatter. */
const defaultHtmlLimits: HtmlLimits = { elements: 1_000_000, depth: 400 };

/**
 * Parses a page as browsers do, into the tree of the XML layer: HTML elements by their names, MathML as `mml:math`, SVG as
 * `svg:svg`. Nothing is run or fetched; comments are gone.
 * @throws DdmError `ddm/too-deep`, `ddm/too-many-elements`
 */
export function parseHtml(text: string, limits: HtmlLimits = defaultHtmlLimits): XmlElement {
  const document = parse(text, { scriptingEnabled: false });
  const root = document.childNodes.find((node): node is DefaultTreeAdapterTypes.Element => 'tagName' in node);
  if (!root) return { name: 'html', attributes: {}, children: [] };
  return convert(root, limits);
}

/** Without recursion, so that the depth of a page is found out before anything overflows. */
function convert(root: DefaultTreeAdapterTypes.Element, limits: HtmlLimits): XmlElement {
  const top = shell(root);
  let elements = 1;
  let level: [DefaultTreeAdapterTypes.Element, XmlElement][] = [[root, top]];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limits.depth) {
      throw new DdmError('ddm/too-deep', `The page has more than ${limits.depth} levels of elements.`);
    }
    const next: typeof level = [];
    for (const [source, target] of level) {
      for (const child of source.childNodes) {
        if ('tagName' in child) {
          const converted = shell(child);
          if (++elements > limits.elements) {
            throw new DdmError('ddm/too-many-elements', `The page has more than ${limits.elements} elements.`);
          }
          target.children.push(converted);
          next.push([child, converted]);
        } else if (child.nodeName === '#text' && 'value' in child) appendText(target.children, child.value);
      }
    }
    level = next;
  }
  return top;
}

function appendText(children: XmlNode[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function shell({ tagName, namespaceURI, attrs }: DefaultTreeAdapterTypes.Element): XmlElement {
  const prefix = namespaceURI === html.NS.MATHML ? 'mml:' : namespaceURI === html.NS.SVG ? 'svg:' : '';
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { name, value } of attrs) attributes[name] = value;
  return { name: prefix + tagName, attributes, children: [] };
}
