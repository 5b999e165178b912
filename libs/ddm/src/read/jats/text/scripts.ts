import { childElements, rawText, type XmlElement } from '../../xml/tree.ts';
import type { Flow, JatsContext } from '../context.ts';

const number = /^[+\-\u2212\u2013]?\d+(?:[.,]\d+)?$/;
const letter = /^\p{L}$/u;
/** What tables mark their notes with. */
const noteSign = /^(?:\p{Ll}|[#*†‡§¶¤]{1,3})$/u;
const signedNumber = /^[+\-\u2212\u2013]\d+(?:[.,]\d+)?$/;

/**
 * Superscripts and subscripts read on as printed (H2O, CO2, Ca2+, 5th, IC50), with a `^` or `_` only where they would
 * otherwise run into a number or a word and change it (10^−3, 42^a, R^T, Unit^a, 10_2) or read as a range or subtraction
 * (cm^−1). Numbers of citations and notes never get one; the letter or sign that a note begins with stands apart from its
 * first word.
 */
export function appendScript(element: XmlElement, flow: Flow, context: JatsContext): void {
  const sign = scriptSign(element, flow.text.last);
  if (sign !== '') context.append(sign, flow);
  const beginsNote = element.name === 'sup' && flow.text.startsClause && noteSign.test(rawText(element).trim());
  context.appendChildren(element, flow);
  if (beginsNote) flow.text.space();
}

function scriptSign(element: XmlElement, before: string): '' | '^' | '_' {
  const content = rawText(element).trim();
  if (element.name === 'sub') return /\d/.test(before) && /^\d/.test(content) ? '_' : '';
  if (letter.test(content)) return /[\p{L}\p{N})\]]/u.test(before) ? '^' : '';
  if (childElements(element).some(({ name }) => name === 'xref' || name === 'fn')) return '';
  if (/[\d)\]]/.test(before) && number.test(content)) return '^';
  return /\p{L}/u.test(before) && signedNumber.test(content) ? '^' : '';
}
