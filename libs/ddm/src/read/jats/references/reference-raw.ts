import { childElements, collapse, isElement, plainText, rawText, type XmlElement } from '../../xml/tree.ts';
import { chooseAlternative } from '../text/alternatives.ts';
import { mathText } from '../math/math-text.ts';
import { nameAsPrinted } from '../front/person-names.ts';
import { composeCitation, identifierText } from './reference-composed.ts';
import { cleanTex } from '../math/tex.ts';

/**
 * A citation as one readable text: as printed where the source has the punctuation (mixed citations), with the spaces
 * that a stylesheet would add; composed in a fixed order where it has fields only (element citations).
 */
export function rawCitation(citation: XmlElement): string {
  return isPrinted(citation) ? printed(citation) : composeCitation(citation);
}

/** Whether the source holds the punctuation between the fields. */
export function isPrinted(citation: XmlElement): boolean {
  return citation.children.some((child) => typeof child === 'string' && /\S/.test(child));
}

const identifierNames = new Set(['pub-id', 'object-id', 'article-id']);
const nameNames = new Set(['name', 'string-name', 'collab', 'etal', 'name-alternatives']);
/** Elements that colour text, whose ends are no places for a space. */
const colouring = new Set([
  'italic',
  'bold',
  'sub',
  'sup',
  'sc',
  'named-content',
  'styled-content',
  'underline',
  'roman',
]);

function printed(citation: XmlElement): string {
  const text = collapse(content(citation, ''));
  return text.replaceAll(/ ([,;.](?=\s|$))/g, '$1').replaceAll(/([([]) | (?=[)\]])/g, '$1');
}

function content(parent: XmlElement, before: string): string {
  let text = before;
  let previous: XmlElement | undefined;
  for (const child of parent.children) {
    if (!isElement(child)) {
      text += child;
      if (/\S/.test(child)) previous = undefined;
      continue;
    }
    if (child.name === 'label') continue;
    text += gap(text, previous, child) + elementText(child, text);
    previous = child;
  }
  return text.slice(before.length);
}

function gap(text: string, previous: XmlElement | undefined, next: XmlElement): string {
  if (text === '' || /[\s(["'“‘/]$/.test(text)) return '';
  if (previous && nameNames.has(previous.name) && nameNames.has(next.name)) return ', ';
  if (previous) return colouring.has(previous.name) || colouring.has(next.name) ? '' : ' ';
  return identifierNames.has(next.name) && /[.,;\p{L}\p{N})\]]$/u.test(text) ? ' ' : '';
}

function elementText(element: XmlElement, before: string): string {
  if (identifierNames.has(element.name)) {
    const type = element.attributes['pub-id-type']?.toLowerCase();
    const value = plainText(element);
    const announced = /(?:doi|pmid|pmc(?:id)?|arxiv)\s*[:.]?\s*(?:https?:\/\/\S*)?$/i.test(before.trimEnd());
    return announced || !type || value === '' ? value : identifierText(type, value);
  }
  switch (element.name) {
    case 'name':
      return nameAsPrinted(element);
    case 'alternatives':
    case 'name-alternatives':
    case 'collab-alternatives': {
      const { chosen } = chooseAlternative(element);
      return chosen ? elementText(chosen, before) : '';
    }
    case 'mml:math':
      return mathText(element);
    case 'tex-math':
      return cleanTex(rawText(element));
    case 'break':
      return ' ';
    case 'ext-link':
    case 'uri':
      return plainText(element) === '' ? (element.attributes['xlink:href'] ?? '') : content(element, before);
    default:
      return content(element, before);
  }
}

/** All text of a reference that is not in a citation: notes, paragraphs. */
export function textOutsideCitations(reference: XmlElement, citations: readonly XmlElement[]): string {
  const others = childElements(reference).filter(
    (child) => child.name !== 'label' && child.name !== 'citation-alternatives' && !citations.includes(child),
  );
  const stray = reference.children.filter((child) => typeof child === 'string').join(' ');
  return collapse([stray, ...others.map((other) => content(other, ''))].join(' '));
}
