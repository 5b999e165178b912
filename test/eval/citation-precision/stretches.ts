import type { Claim } from '@askg/contract';

/** A stretch of a claim, and the numbers of the citations that are put after it. */
export type Stretch = { text: string; numbers: number[] };

const marks = /^(?: \[\d+\])+/;

/** The stretches of a claim as they stand in the written answer; the whole claim when it is not found there word for word. */
export function stretchesOf(answer: string, { text, citations }: Pick<Claim, 'text' | 'citations'>): Stretch[] {
  const own = new Set(citations.map(({ n }) => n));
  for (let start = answer.indexOf(text.slice(0, 1)); start >= 0; start = answer.indexOf(text.slice(0, 1), start + 1)) {
    const stretches = stretchesAt(answer, start, text, own);
    if (stretches) return stretches;
  }
  return [{ text, numbers: [...own] }];
}

function stretchesAt(answer: string, start: number, text: string, own: ReadonlySet<number>): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  let at = start;
  let from = 0;
  for (let i = 0; i <= text.length;) {
    const mark = marks.exec(answer.slice(at))?.[0];
    const numbers = (mark?.match(/\d+/g) ?? []).map(Number);
    if (mark !== undefined && numbers.every((n) => own.has(n)) && !text.startsWith(mark, i)) {
      stretches.push({ text: text.slice(from, i), numbers });
      from = i;
      at += mark.length;
    } else if (i === text.length) break;
    else if (answer[at] === text[i]) {
      at++;
      i++;
    } else return undefined;
  }
  const cited = new Set(stretches.flatMap(({ numbers }) => numbers));
  if (cited.size < own.size) return undefined;
  return from < text.length ? [...stretches, { text: text.slice(from), numbers: [] }] : stretches;
}
