import type { StatusStatement } from '@askg/contract';
import { CorpusError } from '../corpus-error.ts';

/** No address can be made of half a character, and no terminal shall be told what to do. */
const doiPattern = /^10\.\d+(?:\.\d+)*\/[^\s\p{Cc}\p{Cs}]+$/u;

/** A DOI as the catalog compares it: lower case, without prefix or resolver; undefined for any other text. */
export function plainDoi(text: string): string | undefined {
  const doi = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '');
  return doiPattern.test(doi) ? doi : undefined;
}

/** The address of the work with this DOI. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

/**
 * A statement as it is kept: the notice as an address, the reason on one line, no text that is blank.
 * @throws CorpusError corpus/invalid-status for a day that no calendar has, or a notice that is neither address nor DOI
 */
export function statementOf({ status, date, reason, notice }: StatusStatement): StatusStatement {
  if (date !== undefined && !isInCalendar(date)) {
    throw new CorpusError('corpus/invalid-status', `There is no day ${date}.`);
  }
  const why = reason?.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return {
    status,
    ...(date === undefined ? {} : { date }),
    ...(why === undefined || why === '' ? {} : { reason: why }),
    ...(notice === undefined ? {} : { notice: noticeAddress(notice) }),
  };
}

function isInCalendar(date: string): boolean {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const found = new Date(Date.UTC(year ?? 0, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

function noticeAddress(notice: string): string {
  const doi = plainDoi(notice);
  if (doi !== undefined) return doiAddress(doi);
  const url = URL.canParse(notice.trim()) ? new URL(notice.trim()) : undefined;
  // A graph takes no such characters in an IRI; addresses keep some of them.
  if (url && /^https?:$/.test(url.protocol)) return url.href.replaceAll(/[<>"{}|^`\\]/g, encodeURIComponent);
  throw new CorpusError('corpus/invalid-status', `The notice ${notice} is neither a DOI nor an address.`);
}
