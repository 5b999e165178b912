import type { PublicationDate } from '@askg/contract';
import { childNamed, childrenNamed, plainText, type XmlElement } from '../../xml/tree.ts';

/** Dates on which the paper itself appeared, in electronic or printed form. */
const publication =
  /^(?:e?pub|ppub|epub-ppub|epublish|ppublish|published|publication|pub-electronic|pub-print|original-publication)$/;
/** Dates of the issue or volume it was collected in, and of covers, which may name a month that is still to come. */
const collection = /^(?:collection|cover|issue|issue-pub|ecorrected)$/;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The date of publication: the earliest complete date on which the paper appeared electronically or in print; if none
 * is complete, the earliest of them as far as it is known; failing those, the date of the issue. Dates of receipt,
 * acceptance, archiving and correction are none of these.
 */
export function readDate(meta: XmlElement | undefined): PublicationDate | undefined {
  const sources = childrenNamed(meta, 'pub-date');
  const ofKind = (kind: RegExp): PublicationDate[] =>
    sources.filter((source) => kind.test(kindOf(source))).flatMap((source) => dateOf(source) ?? []);
  const published = ofKind(publication);
  const candidates = published.length > 0 ? published : ofKind(collection);
  const usable =
    candidates.length > 0 ? candidates : sources.length === 1 && sources[0] ? (dateOf(sources[0]) ?? []) : [];
  const dates = [usable].flat();
  const complete = dates.filter(({ day }) => day !== undefined);
  return (complete.length > 0 ? complete : dates).toSorted((a, b) => order(a) - order(b))[0];
}

function kindOf(source: XmlElement): string {
  const type = source.attributes['pub-type'] ?? source.attributes['date-type'];
  // A bare date with a format, or with nothing, is one of publication.
  return (type ?? 'pub').toLowerCase();
}

function order({ year, month = 13, day = 32 }: PublicationDate): number {
  return year * 10_000 + month * 100 + day;
}

function dateOf(source: XmlElement): PublicationDate | undefined {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(source.attributes['iso-8601-date'] ?? '');
  const part = (name: string): string => plainText(childNamed(source, name));
  const text = plainText(childNamed(source, 'string-date'));
  const year = number(part('year')) ?? number(iso?.[1]) ?? number(/\b\d{4}\b/.exec(text)?.[0]);
  if (year === undefined || year < 1000 || year > 9999) return undefined;
  const month = monthOf(part('month')) ?? number(iso?.[2]) ?? monthOf(/\p{L}{3,}/u.exec(text)?.[0] ?? '');
  if (month === undefined || month < 1 || month > 12) return { year };
  const day = number(part('day')) ?? number(iso?.[3]);
  const known = day !== undefined && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return known ? { year, month, day } : { year, month };
}

function monthOf(text: string): number | undefined {
  const named = months.indexOf(text.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : number(text);
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
