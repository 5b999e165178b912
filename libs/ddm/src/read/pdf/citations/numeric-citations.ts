import type { FlowText } from '../text/flow-text.ts';
import type { CitedEntry } from './cited-entry.ts';
import type { CitedRange } from './link-citations.ts';

const bracket = /\[\s*(\d{1,3}(?:\s*[-–—,;]\s*\d{1,3})*)\s*(?:,[^\]\d][^\]]{0,30})?\]/g;
const numbers = /\d{1,3}/g;
/** Longest run of members that a range stands for. */
const longestRange = 40;

/** Citations by the numbers of a list: `[3]`, `[3, 5–7]`, or raised. The number that closes a range carries its members. */
export class NumericCitations {
  readonly #byNumber: ReadonlyMap<number, string>;
  readonly #raised: boolean;

  /** `raised`: the text cites by raised numbers. */
  constructor(entries: readonly CitedEntry[], raised: boolean) {
    this.#byNumber = new Map(
      entries.flatMap(({ id, label }) =>
        label !== undefined && /^\d+$/.test(label) ? [[Number(label), id] as const] : [],
      ),
    );
    this.#raised = raised;
  }

  find({ text, places }: FlowText): CitedRange[] {
    if (this.#byNumber.size === 0) return [];
    const ranges = [...text.matchAll(bracket)].flatMap((match) =>
      this.#numbersIn(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? '')),
    );
    if (!this.#raised) return ranges;
    const raised = raisedRuns(text, places).flatMap(({ start, end }) => this.#numbersIn(text.slice(start, end), start));
    return [...ranges, ...raised].toSorted((a, b) => a.start - b.start);
  }

  #numbersIn(list: string, offset: number): CitedRange[] {
    const found = [...list.matchAll(numbers)];
    if (!found.every(([number]) => this.#byNumber.has(Number(number)))) return [];
    return found.map((match, i) => {
      const before = found[i - 1];
      const between = before ? list.slice(before.index + before[0].length, match.index) : '';
      const from = before && /[-–—]/.test(between) ? Number(before[0]) + 1 : Number(match[0]);
      const to = Number(match[0]);
      const targets: string[] = [];
      for (let number = Math.max(from, to - longestRange); number <= to; number++) {
        const id = this.#byNumber.get(number);
        if (id !== undefined) targets.push(id);
      }
      return { start: offset + match.index, end: offset + match.index + match[0].length, targets };
    });
  }
}

/** Stretches of raised digits that stand behind a word or a sign, as citations do and exponents rarely. */
function raisedRuns(text: string, places: FlowText['places']): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const place of places) {
    if (place.script !== 'super') continue;
    const last = runs.at(-1);
    if (last && place.start - last.end <= 1) last.end = place.end;
    else runs.push({ start: place.start, end: place.end });
  }
  return runs.filter(
    ({ start, end }) =>
      /^\s*\d{1,3}(?:\s*[-–—,;]\s*\d{1,3})*[,.]?\s*$/.test(text.slice(start, end)) &&
      /[\p{L}.,;:)\]”"’]{2}\s?$/u.test(text.slice(Math.max(0, start - 3), start)),
  );
}
