import type { Identifiers, PublicationDate } from '@askg/contract';

/** Text that stands around the text of a paper, the nearest to its first page first, and the links of the first page. */
export type PublicationSource = { texts: readonly string[]; turned: string; uris: readonly string[]; subject: string };

export type Publication = { identifiers: Identifiers; venue?: string; date?: PublicationDate; licence?: string };

const doiPattern = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]*[^\s"<>{}|\\^`.,;:)\]]/;
const arxivPattern = /arXiv:\s?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What a paper says of its publication outside its text: sidebars, feet, stamps, and the links of its first page. */
export function readPublication({ texts, turned, uris, subject }: PublicationSource): Publication {
  const all = [...texts, turned];
  const doi =
    all.map((text) => doiPattern.exec(text)?.[0]).find((found) => found !== undefined && !/x{4,}/i.test(found)) ??
    doiPattern.exec(subject)?.[0];
  const arxiv = all.map((text) => arxivPattern.exec(text)?.[1]).find((found) => found !== undefined);
  const venue = venueOf(texts, subject);
  const date = dateOf(texts, turned);
  const licence = uris.find((uri) => /creativecommons\.org\/(?:licenses|publicdomain)/i.test(uri));
  return {
    identifiers: { ...(doi === undefined ? {} : { doi }), ...(arxiv === undefined ? {} : { arxiv }) },
    ...(venue === undefined ? {} : { venue }),
    ...(date === undefined ? {} : { date }),
    ...(licence === undefined ? {} : { licence }),
  };
}

/** The name of a journal before its volume, or of proceedings before their pages. */
function venueOf(texts: readonly string[], subject: string): string | undefined {
  const joined = texts.join(' \n ').replaceAll(/\s*\n\s*/g, ' ');
  const proceedings = /Proceedings of (?:the )?[^.]*?(?=,? pages? \d|,? pp\.|\. )/i.exec(joined)?.[0];
  if (proceedings && proceedings.length < 250) return proceedings.replace(/[\s,]+$/, '');
  // Drafts have signs in the place of volume and issue.
  const journal = /(?:^|[.?!]\s+)([A-Z][\p{L}&: ]{5,90}?),?\s+(?:\d{1,4}|¿\w+\?)\s?\((?:\d{1,4}|¿\w+\?)\)/u.exec(
    joined,
  )?.[1];
  if (journal) return journal.trim();
  const abbreviated = /^((?:\p{Lu}[\p{L}]+ ){1,6}\p{Lu}?)\s?\d+\.\d+ \(#\d+\)/mu.exec(texts.join('\n'))?.[1];
  if (abbreviated) return abbreviated.trim();
  return /^(?:Journal|Proceedings|Transactions|Annals)\b[^,.;\d]{4,90}/.exec(subject)?.[0].trim();
}

function dateOf(texts: readonly string[], turned: string): PublicationDate | undefined {
  const named = texts.flatMap((text, i) => (/\bpublished\b/i.test(text) ? [`${text} ${texts[i + 1] ?? ''}`] : []));
  for (const text of [...named, arxivDate(turned), ...texts]) {
    const date = parseDate(text);
    if (date && (date.month !== undefined || !named.includes(text))) return date;
  }
  const year = texts
    .map(
      (text) =>
        /(?:©|\(c\)|copyright|proceedings|conference)\D{0,80}?((?:19|20)\d{2})/i.exec(text)?.[1] ??
        /\(((?:19|20)\d{2})\)/.exec(text)?.[1],
    )
    .find((found) => found !== undefined);
  return year === undefined ? undefined : { year: Number(year) };
}

function arxivDate(turned: string): string {
  return turned
    .replace(/^.*\]/, '')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2');
}

function parseDate(text: string): PublicationDate | undefined {
  const dayFirst = /\b(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+((?:19|20)\d{2})\b/u.exec(text);
  const monthFirst = /\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:\s*[-–]\s*\d{1,2})?,\s+((?:19|20)\d{2})\b/u.exec(text);
  const iso = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [month, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : monthFirst
      ? [monthFirst[1], monthFirst[2], monthFirst[3]]
      : [];
  const at = months.indexOf((month ?? '').slice(0, 3).toLowerCase());
  return at < 0 || year === undefined ? undefined : dated(Number(year), at + 1, Number(day));
}

function dated(year: number, month: number, day: number): PublicationDate | undefined {
  // The first day of the clock of computers is the date of a draft without one.
  if (month < 1 || month > 12 || (year === 1970 && month === 1 && day === 1)) return undefined;
  return { year, month, ...(day >= 1 && day <= 31 ? { day } : {}) };
}
