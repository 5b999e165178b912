import type { Document } from '@askg/contract';
import type { Rule } from './violation.ts';

/** The digest of the source, and a date that the calendar has. */
export function checkMetadata(
  { digest, date }: Document,
  report: (rule: Rule, unit: string, message: string) => void,
): void {
  if (!/^[0-9a-f]{64}$/.test(digest)) report('digest', '', 'The digest is not a SHA-256 in lower-case hexadecimal.');
  if (!date) return;
  if (date.year < 1 || date.year > 9999) report('paper-year', '', `The year ${date.year} is not one from 1 to 9999.`);
  if (date.day === undefined) return;
  if (date.month === undefined) report('date', '', 'The date has a day, but no month.');
  else if (date.day > daysOf(date.year, date.month)) report('date', '', 'The month of the date has no such day.');
}

function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
