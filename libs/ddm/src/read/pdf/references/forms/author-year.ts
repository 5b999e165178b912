import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';
import { dateBehindNames } from './date-behind-names.ts';
import { withoutBracket } from './title-bracket.ts';
import { holdsMore, sentenceEnd } from './title-sentence.ts';

/**
 * "Names (year). Title." and "Names. Year. Title.": what stands before the date are the authors, and a title follows. Without
 * anything after the date, the title stands before it, and also where what stands before it is a sentence.
 */
export function authorYearLabels(tokens: readonly Token[], numbers: ReadonlyMap<number, Label>): Map<number, Label> {
  const known = new Map<number, Label>();
  const place = dateBehindNames(tokens);
  if (!place) return known;
  const { open, close } = place;
  const word = tokens.findIndex(({ text }, i) => i > close && /[\p{L}\p{N}]/u.test(text));
  const hasTitle =
    word > 0 &&
    !/^(?:retrieved|available|accessed)$/i.test(tokens[word]?.text ?? '') &&
    !isSentence(tokens.slice(0, open));
  for (let i = 0; i < open; i++) known.set(i, hasTitle ? 'author' : 'title');
  for (let i = open; i <= close; i++) known.set(i, 'date');
  // A title in quotes ends with them.
  if (!hasTitle || /^["“”„«‘']$/.test(tokens[word - 1]?.text ?? '')) return known;
  const sentence = tokens[close + 1]?.text === '.' ? sentenceEnd(tokens, word) : word;
  const bracket = withoutBracket(tokens, word, sentence);
  // Where no point parts the title from what follows, only its first word is sure.
  const isOpen = holdsMore(tokens, word, bracket.title, numbers);
  const { title, labels } = isOpen ? { title: word, labels: new Map<number, Label>() } : bracket;
  for (let i = word; i <= title; i++) known.set(i, 'title');
  for (const [i, label] of labels) known.set(i, label);
  return known;
}

/** A title where the authors would stand: half of its words in small letters, the last one too, and no comma between them. */
function isSentence(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}{2,}$/u.test(text));
  const small = words.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  const hasComma = tokens.slice(0, -1).some(({ text }) => text === ',');
  const last = words.at(-1)?.text ?? '';
  const isInstitution = /^(?:team|group|community|project|consortium|contributors|developers|authors)$/i.test(last);
  return words.length > 1 && small >= 0.5 * words.length && /^\p{Ll}/u.test(last) && !isInstitution && !hasComma;
}
