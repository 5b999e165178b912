import { nameKey, splitWords } from './words.ts';

/** Between the names of a list of authors. */
const separator = /;\s*/u;

/**
 * The ways in which the people of a list are called, as keys of short names: "Silver, David; Huang, Aja" gives those of David
 * Silver, D. Silver and Silver, and of the other.
 */
export function peopleIn(list: string): Set<string> {
  return new Set(list.split(separator).flatMap((name) => namesOf(name).map((key) => `:${key}`)));
}

/** How else a person's full name may be printed: "David Silver" as "D. Silver". */
export function initialedName(words: readonly { plain: string }[]): string | undefined {
  const [first, ...others] = words;
  const last = others.at(-1);
  return first === undefined || last === undefined ? undefined : `${first.plain[0] ?? ''} ${last.plain}`;
}

function namesOf(name: string): string[] {
  const [family = '', given = ''] = name.includes(',') ? name.split(/,\s*/u) : inOrder(name);
  const whole = nameKey(`${given} ${family}`);
  const words = splitWords(`${given} ${family}`);
  const initialed = given === '' ? undefined : initialedName(words);
  return [whole, nameKey(family), ...(initialed === undefined ? [] : [initialed])].filter((key) => key !== '');
}

/** "David Silver": the last word is taken for the family name. */
function inOrder(name: string): [family: string, given: string] {
  const words = name.trim().split(/\s+/u);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}
