import type { PublicationDate } from '@askg/contract';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date as people write it: 2024-02-14, 14 February 2024, February 14th, 2024, August 2019, 2019. */
export function readDateText(text: string): PublicationDate | undefined {
  const iso = /\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b/.exec(text);
  const year = Number(iso?.[1] ?? /\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0]);
  if (!Number.isInteger(year)) return undefined;
  const named = months.indexOf((/\p{L}{3,}/u.exec(text)?.[0] ?? '').slice(0, 3).toLowerCase()) + 1;
  const month = iso ? Number(iso[2]) : named;
  if (month < 1 || month > 12) return { year };
  const day = Number(iso ? iso[3] : /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(text)?.[1]);
  const exists = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return exists ? { year, month, day } : { year, month };
}
