import { element } from '../xml/element.ts';
import { coordsOf } from './attributes.ts';
import { childNamed, isElement, plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { texToMathml } from '../tex-math/tex-to-mathml.ts';

/** A formula, displayed or in the text: MathML as it is, TeX read as such, anything else as the words that it is. */
export function formulaOf(source: XmlElement, displayed = isDisplayed(source)): XmlElement {
  const label = plainText(childNamed(source, 'label'));
  const content = contentOf(source);
  if (!displayed) return element('inline-formula', {}, content);
  return element('disp-formula', coordsOf(source), [
    ...(label === '' ? [] : [element('label', {}, [label])]),
    ...content,
  ]);
}

function contentOf(source: XmlElement): XmlNode[] {
  const children = source.children.filter((child) => !isElement(child) || child.name !== 'label');
  const math = children.find((child) => isElement(child) && child.name === 'mml:math');
  if (math) return [math];
  const text = children.map(plainText).join(' ').trim();
  if (!/tex/i.test(source.attributes.notation ?? '')) return [text];
  const tex = text.replace(/^\$+|\$+$/g, '').trim();
  return [texToMathml(tex) ?? element('tex-math', {}, [tex])];
}

function isDisplayed({ attributes }: XmlElement): boolean {
  return /display|block/i.test(`${attributes.rend ?? ''} ${attributes.type ?? ''} ${attributes.style ?? ''}`);
}
