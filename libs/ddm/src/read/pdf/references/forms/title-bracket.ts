import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

const description = /^(?:v|vers|version|rev|revision|release|build|edition|\d{1,2}(?:st|nd|rd|th)?)$/i;

/** Edition, version, editors and pages in brackets after a title, and "[Report]", are no part of it. */
export function withoutBracket(
  tokens: readonly Token[],
  from: number,
  end: number,
): { title: number; labels: Map<number, Label> } {
  const labels = new Map<number, Label>();
  const closing = tokens[end]?.text;
  if (closing !== ')' && closing !== ']') return { title: end, labels };
  const opening = closing === ')' ? '(' : '[';
  let open = end - 1;
  while (open > from && tokens[open]?.text !== opening) open--;
  const inside = tokens.slice(open + 1, end).map(({ text }) => text);
  const first = inside[0] ?? '';
  const isEdition = description.test(first) && inside.length < 8 && (!/^\d+$/.test(first) || inside.some(isOrdinal));
  const at = inside.findIndex((word) => /^(?:eds?|pp|vol)$/i.test(word));
  if (open <= from || !(opening === '[' ? inside.length < 5 : isEdition || at >= 0)) return { title: end, labels };
  let label: Label = at >= 0 && /^eds?$/i.test(inside[at] ?? '') && !isEdition ? 'editor' : 'note';
  for (let i = open; i <= end; i++) {
    const text = tokens[i]?.text ?? '';
    if (/^pp?$/i.test(text) && tokens[i + 1]?.text === '.') label = 'pages';
    else if (/^vol$/i.test(text) && tokens[i + 1]?.text === '.') label = 'volume';
    labels.set(i, label);
  }
  return { title: open - 1, labels };
}

function isOrdinal(word: string): boolean {
  return /^(?:st|nd|rd|th|ed|edition|sub)$/i.test(word);
}
