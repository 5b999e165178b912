import { looseSpelling } from '../names/loose-spelling.ts';
import type { PersonName } from '../names/person-name.ts';
import { initialsOf } from '../names/short-forms.ts';

/**
 * Pairs of name forms that are worth comparing, each once: those that share a part of the family name and an initial, or
 * all their words. `[a, b]` with a <= b, a form with itself too.
 */
export function formPairs(names: readonly PersonName[]): [number, number][] {
  const blocks = new Map<string, number[]>();
  for (const [form, name] of names.entries()) {
    for (const key of blockKeys(name)) {
      const block = blocks.get(key);
      if (block) block.push(form);
      else blocks.set(key, [form]);
    }
  }
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    for (const [i, a] of block.entries()) for (const b of block.slice(i)) pairs.add(a * names.length + b);
  }
  return [...pairs].toSorted((x, y) => x - y).map((pair) => [Math.floor(pair / names.length), pair % names.length]);
}

function blockKeys({ given, family, givenKey, familyKey, familySound }: PersonName): Set<string> {
  const initials = given.length === 0 ? [''] : given.flatMap(initialsOf);
  const sounds = [familySound, ...family.map(looseSpelling)];
  const keys = sounds.flatMap((sound) => initials.map((initial) => `${sound} ${initial}`));
  return new Set([...keys, `= ${[givenKey, familyKey].toSorted().join(' ')}`]);
}
