import type { Document } from '@askg/contract';
import type { Rule } from './violation.ts';

/** Addresses of its topics, in characters that every RDF tool takes in an IRI. */
const csoPattern = /^https:\/\/cso\.kmi\.open\.ac\.uk\/topics\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+$/;

/** The digest of the source, topics that their ontology can have, and a date that the calendar has. */
export function checkMetadata(
  { digest, topics = [], date }: Document,
  report: (rule: Rule, unit: string, message: string) => void,
): void {
  if (!/^[0-9a-f]{64}$/.test(digest)) report('digest', '', 'The digest is not a SHA-256 in lower-case hexadecimal.');
  for (const { label, cso } of topics) {
    if (cso !== undefined && !csoPattern.test(cso)) {
      report(
        'cso-topic',
        '',
        `The topic "${label}" leads to <${cso}>, which is none of the Computer Science Ontology.`,
      );
    }
  }
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
