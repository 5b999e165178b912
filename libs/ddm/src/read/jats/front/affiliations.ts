import { collapse, isElement, type XmlElement } from '../../xml/tree.ts';

const left = new Set(['label', 'institution-id', 'email', 'xref', 'ext-link', 'contrib-id', 'country-code']);

/** An affiliation as text, without its label; its parts are apart by commas where the source has no punctuation. */
export function affiliationText(affiliation: XmlElement): string {
  const text = collapse(content(affiliation));
  return text
    .replaceAll(/\s+([,;.])/g, '$1')
    .replaceAll(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;]+/, '')
    .replace(/[\s,;]+$/, '');
}

function content(parent: XmlElement): string {
  let text = '';
  let previous = false;
  for (const child of parent.children) {
    if (!isElement(child)) {
      text += child;
      if (/\S/.test(child)) previous = false;
      continue;
    }
    // A number in front, marked up by its look only, is a label too.
    if (left.has(child.name) || (child.name === 'sup' && text.trim() === '')) continue;
    const part = child.name === 'break' ? ' ' : content(child);
    if (part.trim() === '') continue;
    if (previous && child.name !== 'sup' && child.name !== 'sub') text = `${text.trimEnd()}, `;
    text += part;
    previous = !['sup', 'sub', 'italic', 'bold', 'break'].includes(child.name);
  }
  return text;
}
