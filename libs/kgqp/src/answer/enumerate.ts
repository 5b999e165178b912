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

function joint(comma: string, items: number): string {
  return comma === '; ' && items > 2 ? '; and ' : ' and ';
}
