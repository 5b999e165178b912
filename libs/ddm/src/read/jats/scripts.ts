import { childElements, rawText, type XmlElement } from '../xml/tree.ts';
import type { Flow, JatsContext } from './context.ts';

const number = /^[+\-\u2212\u2013]?\d+(?:[.,]\d+)?$/;
const signedNumber = /^[+\-\u2212\u2013]\d+(?:[.,]\d+)?$/;

/**
 * Superscripts and subscripts read on as printed (H2O, CO2, Ca2+, 5th, IC50), with a `^` or `_` only where they would
 * otherwise run into a number and change it (10^−3, 42^a, 10_2) or read as a range or subtraction (cm^−1). Markers of
 * citations and notes never get one.
 */
export function appendScript(element: XmlElement, flow: Flow, context: JatsContext): void {
  const sign = scriptSign(element, flow.text.last);
  if (sign !== '') context.append(sign, flow);
  context.appendChildren(element, flow);
}

function scriptSign(element: XmlElement, before: string): '' | '^' | '_' {
  if (childElements(element).some(({ name }) => name === 'xref' || name === 'fn')) return '';
  const content = rawText(element).trim();
  const afterDigit = /[\d)\]]/.test(before);
  if (element.name === 'sub') return afterDigit && /^\d/.test(content) && /\d/.test(before) ? '_' : '';
  if (afterDigit && (number.test(content) || /^\p{L}$/u.test(content))) return '^';
  return /\p{L}/u.test(before) && signedNumber.test(content) ? '^' : '';
}
