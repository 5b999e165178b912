import type { Reading, Stretch } from './reading.ts';
import { isYear, yearsFrom } from './years.ts';

/** A number is a year, the label of what stands before it ("figure 2"), or how many there are of what comes. */
export function readNumber(reading: Reading, mark: Stretch, value: number): void {
  const last = reading.items.at(-1);
  if (isYear(String(value)) && reading.pending.compare === undefined) {
    // The second year of "between 2019 and 2021" or "from 2019 to 2021" closes the range that the first opened.
    if (last?.years !== undefined && last === reading.openRange && mark.from - last.to <= 2) {
      last.years.to = value;
      last.to = mark.to;
      reading.openRange = undefined;
      return;
    }
    const opens = reading.pending.year === 'between';
    const { month } = reading.pending;
    reading.add(mark, {
      years: { ...yearsFrom(reading.pending.year, value), ...(month === undefined ? {} : { month }) },
    });
    if (opens) reading.openRange = reading.items.at(-1);
    return;
  }
  if (reading.pending.top === true) reading.top = value;
  const isLabel =
    last !== undefined &&
    last.to === mark.from &&
    last.senses.some(({ kind }) => kind === 'class') &&
    last.names.length === 0;
  if (isLabel && reading.pending.compare === undefined) {
    last.ordinal = value;
    last.to = mark.to;
  } else {
    const { number, joined } = reading.pending;
    if (number !== undefined && joined === 'and' && number < value) reading.pending.least = number;
    reading.pending.number = value;
    reading.modifiers.push(mark);
  }
}

/** A month waits for its year, and stands alone where none follows. "May" is one when it is written like a name. */
export function readMonth(reading: Reading, mark: Stretch, month: number): void {
  const [word, next] = [reading.words[mark.from], reading.words[mark.to]];
  const hasYear = isYear(next?.plain ?? '');
  if (!hasYear && !/^\p{Lu}/u.test(word?.text ?? '')) return;
  if (hasYear) reading.pending.month = month;
  else reading.add(mark, { years: { month } });
}
