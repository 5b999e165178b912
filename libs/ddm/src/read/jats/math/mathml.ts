import { isElement, type XmlElement } from '../../xml/tree.ts';

/** A MathML element as XML of its own, in the MathML namespace and without prefixes. */
export function serialiseMath(math: XmlElement): string {
  return element(math, ' xmlns="http://www.w3.org/1998/Math/MathML"');
}

function element(source: XmlElement, declaration = ''): string {
  const name = source.name.replace(/^.*[:}]/, '');
  let attributes = declaration;
  for (const [key, value] of Object.entries(source.attributes)) {
    if (!/[:}]/.test(key)) attributes += ` ${key}="${escape(value)}"`;
  }
  if (source.children.length === 0) return `<${name}${attributes}/>`;
  const pretty = source.children.some(isElement);
  const content = source.children.map((child) => {
    if (isElement(child)) return element(child);
    return pretty && child.trim() === '' ? '' : escape(child);
  });
  return `<${name}${attributes}>${content.join('')}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
