import type { StatusStatement } from '@askg/contract';

/** The source of what a person says. It counts more than feeds, which count more than what a paper says of itself. */
export const byHand = 'by hand';

/** The source of what a paper says of itself, and a notice of others. */
export const byDocument = 'document';

/** What was said about a work, with who said it and when it was recorded (ISO 8601 in UTC). */
export type RecordedStatus = StatusStatement & { source: string; recorded?: string };

/** An entry of the log; `work` is a name of a paper or of a cited work: `doi:…`, `pmid:…`, `key:…`. */
export type LoggedStatus = RecordedStatus & { id: number; work: string; recorded: string };

/** What a feed says of a work, and the names that it gives it, as the catalog has them: `doi:…`, `pmid:…`. */
export type FeedStatement = { works: readonly string[]; said: StatusStatement };
