import { foldText } from '../names/fold-text.ts';

/**
 * A title as it is compared. `key` is its letters and digits without accents, case, spaces and markup; `words` counts
 * its words. `main` is the same of what stands before a subtitle.
 */
export type TitleKey = { key: string; words: number; main?: { key: string; words: number } };

const subtitle = /\s*(?::|\?|\.|—|–)\s+|\s+[-–—]\s+/u;
const accentCommand = /\\(?:[`'"^~=.]|[uvHckbdrt](?=[\s{]))\s*\{?\\?([A-Za-z])\}?/g;
const letterCommand = /\\(ss|ae|oe|aa|o|l|i|j)\b\s*(?:\{\})?/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function titleKey(title: string): TitleKey {
  const plain = plainTitle(title);
  const whole = keyOf(plain);
  const [head = ''] = plain.split(subtitle);
  const main = keyOf(head);
  return main.key === whole.key || main.key === '' ? whole : { ...whole, main };
}

/** The folded words of a title, without what LaTeX and HTML left in it. */
export function titleWords(title: string): string[] {
  return wordsOf(plainTitle(title));
}

function plainTitle(title: string): string {
  return title
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&([a-z]+);/gi, (all, name: string) => entities[name.toLowerCase()] ?? all)
    .replaceAll(accentCommand, '$1')
    .replaceAll(letterCommand, '$1')
    .replaceAll(/\\[A-Za-z]+\*?\s*/g, '')
    .replaceAll(/[{}$\\]/g, '')
    .replace(/\s*[[(](?:internet|online|preprint|computer software|software|version [^\])]*)[\])]\s*\.?\s*$/i, '')
    .trim();
}

function keyOf(text: string): { key: string; words: number } {
  const words = wordsOf(text);
  return { key: words.join(''), words: words.length };
}

function wordsOf(text: string): string[] {
  return foldText(text.replaceAll('&', ' and ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}
