import type { StatusNotice } from '@askg/contract';
import { compareCodePoints } from '../rdf/n-quads.ts';

/** What a notice can do to another article, the gravest first. */
export const noticeStatuses = [
  'retracted',
  'expression-of-concern',
  'corrected',
] as const satisfies StatusNotice['status'][];

/** What a notice says of other articles, each once: by the status, the gravest first, then by DOI. */
export function inNoticeOrder(notices: readonly StatusNotice[]): StatusNotice[] {
  const each = new Map(notices.map((notice) => [`${notice.status} ${notice.doi}`, notice]));
  return [...each.values()].toSorted(
    (a, b) => noticeStatuses.indexOf(a.status) - noticeStatuses.indexOf(b.status) || compareCodePoints(a.doi, b.doi),
  );
}
