import { z } from 'zod';

/**
 * What became of a paper after it came out. `withdrawn`: taken back before publication or by the publisher. `corrected`: a
 * correction stands beside it, and the paper goes on being valid.
 */
export const StatusName = z.enum(['retracted', 'withdrawn', 'expression-of-concern', 'corrected']);
export type StatusName = z.infer<typeof StatusName>;

/** A day, a month or a year of the calendar, as exact as it is known: `2021-03-04`, `2021-03`, `2021`. */
export const StatusDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY-MM-DD');

/** What can be said of a paper's status; `none` says that it is in good standing, also after something else was said. */
export const StatusStatement = z.object({
  status: z.enum([...StatusName.options, 'none']),
  date: StatusDate.exactOptional(),
  reason: z.string().min(1).max(2000).exactOptional(),
  /** The notice that says so: an address, or a DOI. */
  notice: z.string().min(1).max(500).exactOptional(),
});
export type StatusStatement = z.infer<typeof StatusStatement>;

/** The status of a paper that is not in good standing. */
export const PublicationStatus = z.object({
  status: StatusName,
  date: StatusDate.exactOptional(),
  reason: z.string().exactOptional(),
  /** Address of the notice. */
  notice: z.string().exactOptional(),
  /** Who says so: `by hand`, the name of a feed, or `document` where the paper says it of itself or a notice of it. */
  source: z.string(),
  /** When it was recorded, ISO 8601 in UTC; absent where the document says it. */
  recorded: z.string().exactOptional(),
});
export type PublicationStatus = z.infer<typeof PublicationStatus>;

/** A line of a feed of statuses: what it says of the work with this DOI. */
export const StatusFeedLine = StatusStatement.extend({ doi: z.string() });

/** A status in words, to stand in brackets beside a title: `expression of concern`. */
export function statusWords({ status }: Pick<PublicationStatus, 'status'>): string {
  return status.replaceAll('-', ' ');
}
