import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

/** Small words that stand between names, or belong to them. */
const small = /^(?:and|other|y|und|et|e|van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|al|el|bin)$/;

/** Authors that end with "et al.", "and others", "and other contributors", where nothing but names stands before. */
export function namesBeforeOthers(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const end = tokens.findIndex((_, i) => endsNames(tokens, i));
  const before = tokens.slice(0, end);
  if (end < 1 || !before.every(({ text }) => /^(?:\p{Lu}[\p{L}\p{M}]*|[.,;&’'-])$/u.test(text) || small.test(text))) {
    return known;
  }
  for (let i = 0; i <= end; i++) known.set(i, 'author');
  return known;
}

function endsNames(tokens: readonly Token[], i: number): boolean {
  const [word, before, first] = [i, i - 1, i - 2].map((at) => tokens[at]?.text.toLowerCase() ?? '');
  if (word === 'al') return before === 'et';
  if (word === 'others') return before === 'and' || before === '&';
  return (word === 'contributors' || word === 'authors') && before === 'other' && first === 'and';
}
