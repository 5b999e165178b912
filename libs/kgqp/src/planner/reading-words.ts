import type { LabelMatch } from '../linking/label-match.ts';
import type { Years } from './item.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const plurals: Record<string, string> = { has: 'have', is: 'are', does: 'do', cites: 'cite', mentions: 'mention' };

/** A name, or, where several were meant, the words that they have in common. */
export function quoted({ labels, said }: LabelMatch): string {
  return `“${labels.length === 1 ? (labels[0] ?? said) : said}”`;
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** "Has a keyword" becomes "has no keyword", "has the keyword X" "does not have the keyword X". */
export function denied(says: string): string {
  if (/^has an? /.test(says)) return says.replace(/^has an? /, 'has no ');
  if (says.startsWith('is ')) return says.replace(/^is /, 'is not ');
  return says.replace(/^\w+/, (verb) => `does not ${plurals[verb] ?? verb}`);
}

export function inPlural(says: string): string {
  const noun = /^is (?:not )?([\w-]+) of /.exec(says)?.[1];
  const plural = noun === undefined ? says : says.replace(noun, pluralOf(noun));
  return plural.replace(/^\w+/, (verb) => plurals[verb] ?? verb);
}

export function inWords({ from, to, month }: Years): string {
  const name = month === undefined ? '' : `${months[month - 1] ?? month}`;
  if (month !== undefined && from === undefined) return `from ${name} of any year`;
  if (from !== undefined && from === to) return `from ${name === '' ? '' : `${name} `}${from}`;
  if (from === undefined) return `from ${to} or earlier`;
  return to === undefined ? `from ${from} or later` : `from ${from} to ${to}`;
}

export function pluralOf(label: string): string {
  if (label === 'person') return 'people';
  if (label.endsWith('y')) return `${label.slice(0, -1)}ies`;
  return `${label}s`;
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place in an order, from 1; -1 is the last. */
export function placeInOrder(ordinal: number): string {
  return ordinal < 0 ? 'last' : (places[ordinal - 1] ?? `number ${ordinal}`);
}
