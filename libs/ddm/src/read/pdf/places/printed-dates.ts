import type { PublicationDate } from '@askg/contract';

const months = 'January February March April May June July August September October November December'.split(' ');

/** Ways in which papers print a date, the most exact first; the year alone last. */
export function printedDates({ year, month, day }: PublicationDate): string[] {
  const name = months[(month ?? 0) - 1];
  if (month === undefined || name === undefined) return [String(year)];
  const names = [name, name.slice(0, 3)];
  if (day === undefined) return [...names.map((each) => `${each} ${year}`), String(year)];
  const two = (part: number): string => String(part).padStart(2, '0');
  return [
    ...names.flatMap((each) => [
      `${two(day)} ${each} ${year}`,
      `${day} ${each} ${year}`,
      `${each} ${day} ${year}`,
      `${each} ${two(day)} ${year}`,
    ]),
    `${year}-${two(month)}-${two(day)}`,
    ...names.map((each) => `${each} ${year}`),
    String(year),
  ];
}

/** The date in the form of ISO 8601, as exact as it is known. */
export function isoDate({ year, month, day }: PublicationDate): string {
  return [
    String(year),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])),
  ].join('-');
}
