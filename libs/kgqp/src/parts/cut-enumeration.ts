import { mask } from './mask.ts';
import { asksSomething } from './read-clause.ts';

const marker = /(?:^|\s)(?:\((\d{1,2}|[a-h]|i{1,3}|iv)\)|(\d{1,2}|[a-h]|i{1,3}|iv)\)|(\d{1,2})\.)\s+/giu;
const roman = ['i', 'ii', 'iii', 'iv'];

/** The items of a numbered question, without their numbers, and the words before the first. */
export type Enumeration = { intro: string; items: string[] };

/** Cuts at (1) (2), a) b), i) ii) and the like, where each item asks something; undefined where nothing is numbered so. */
export function cutEnumeration(text: string): Enumeration | undefined {
  const marks = [...mask(text).matchAll(marker)].map(({ index, 0: whole, 1: a, 2: b, 3: c }) => {
    return { from: index, to: index + whole.length, name: (a ?? b ?? c ?? '').toLowerCase() };
  });
  if (marks.length < 2 || !isSeries(marks.map(({ name }) => name))) return undefined;
  const items = marks.map(({ to }, i) =>
    text
      .slice(to, marks[i + 1]?.from)
      .replace(/[,;]?\s*(?:and)?\s*$/iu, '')
      .trim(),
  );
  if (!items.every(asksSomething)) return undefined;
  return { intro: text.slice(0, marks[0]?.from).trim(), items };
}

/** Whether the marks count from the first on: 1, 2, 3; a, b; i, ii. */
function isSeries(names: readonly string[]): boolean {
  return [(i: number) => String(i + 1), (i: number) => String.fromCodePoint(0x61 + i), (i: number) => roman[i]].some(
    (nameAt) => names.every((name, i) => name === nameAt(i)),
  );
}
