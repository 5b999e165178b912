import type { ClaimPart } from './draft-answer.ts';

/** Items that are spelt out; of the others only their number is told, and all rows stand in the answer anyway. */
const mostItems = 30;

/** `A, B and C`, in parts so that each item keeps its own reference numbers. Semicolons where items hold commas. */
export function enumerate(items: readonly ClaimPart[]): ClaimPart[] {
  const shown = items.slice(0, mostItems);
  const hidden = items.length - shown.length;
  const comma = shown.some(({ text }) => text.includes(',')) ? '; ' : ', ';
  const parts = shown.map(({ text, quotes }, i) => {
    const isLast = i === shown.length - 1 && hidden === 0;
    return { text: `${i === 0 ? '' : isLast ? joint(comma, shown.length) : comma}${text}`, quotes };
  });
  return hidden === 0 ? parts : [...parts, { text: ` and ${hidden} more`, quotes: [] }];
}

/** Whether an item is a sentence of its own, which a line shows better than a place between commas. Initials end no sentence. */
export function isSentence(text: string): boolean {
  return endsWithStop(text) && !/\b\p{Lu}\.$/u.test(text) && text.split(/\s+/u).length > 2;
}

/** Whether a text needs no full stop after it. */
export function endsWithStop(text: string): boolean {
  return /[.!?…]["”’)\]]?$/u.test(text);
}

/** Each item on a line of its own. */
export function itemLines(items: readonly ClaimPart[]): ClaimPart[] {
  const shown = items.slice(0, mostItems).map(({ text, quotes }) => ({ text: `\n- ${text}`, quotes }));
  const hidden = items.length - shown.length;
  return hidden === 0 ? shown : [...shown, { text: `\n- and ${hidden} more`, quotes: [] }];
}

function joint(comma: string, items: number): string {
  return comma === '; ' && items > 2 ? '; and ' : ' and ';
}
