import * as fc from 'fast-check';
import { isElement, type XmlElement, type XmlNode } from '../read/xml/tree.ts';

/** One thing done to a tree: where, what, and with what, as numbers that fit any tree. */
type Damage = { at: number; what: 'empty' | 'rename' | 'copy' | 'reverse' | 'strip'; other: number };

/** What elements are renamed to: names that a reader of JATS treats in ways of their own, and one that it does not know. */
const names = `p sec fig table-wrap table tr td list list-item xref sup fn disp-formula caption title label name surname
  contrib aff abstract ref mixed-citation boxed-text alternatives code break sub-article article-title unheard-of`.split(
  /\s+/,
);

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({ at: fc.nat(), what: fc.constantFrom('empty', 'rename', 'copy', 'reverse', 'strip'), other: fc.nat() }),
  { minLength: 1, maxLength: 8 },
);

/** The XML of a tree that these things were done to; the tree itself is left as it is. */
export function damagedXml(tree: XmlElement, damage: readonly Damage[]): string {
  const root = structuredClone(tree) as Mutable;
  for (const { at, what, other } of damage) {
    const below = elementsBelow(root);
    const element = below[at % below.length];
    const target = below[other % below.length];
    if (!element || !target) continue;
    if (what === 'empty') element.children = [];
    else if (what === 'rename') element.name = names[other % names.length] ?? element.name;
    else if (what === 'reverse') element.children.reverse();
    else if (what === 'strip') element.attributes = {};
    else target.children.splice(other % (target.children.length + 1), 0, structuredClone(element));
  }
  return write(root);
}

type Mutable = { name: string; attributes: Record<string, string>; children: XmlNode[] };

function elementsBelow(element: Mutable): Mutable[] {
  return element.children.filter(isElement).flatMap((child) => [child as Mutable, ...elementsBelow(child as Mutable)]);
}

function write(node: XmlNode): string {
  if (!isElement(node)) return escape(node);
  const name = node.name.replace(/^\{.*\}/, '');
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !key.startsWith('{'))
    .map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${attributes.join('')}>${node.children.map(write).join('')}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
