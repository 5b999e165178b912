export { Answers, type ListedAnswer } from './answers/answers.ts';
export { FeedbackLog } from './answers/feedback-log.ts';
export { papersOfAnswer, redacted } from './answers/redact-answer.ts';
export { canonicalJson, hashOfAnswer, isSealed } from './answers/seal-answer.ts';
export { checkCollectionName } from './collections/collection-name.ts';
export type { Collection, Collections, Holdings } from './collections/collections.ts';
export { documentFacts } from './commit/document-facts.ts';
export type { GraphChange, GraphPointer } from './commit/graph-history.ts';
export type { CommitResult, DocumentFacts, PaperCommit } from './commit/paper-commit.ts';
export { Corpus } from './corpus.ts';
export { CorpusError, type CorpusErrorCode } from './corpus-error.ts';
export {
  type EnrichmentCommit,
  type EnrichmentOutcome,
  Enrichments,
  type SuggestionMaker,
} from './enrichments/enrichments.ts';
export type { LoggedDecision } from './links/decisions/decision-log.ts';
export type { DecidedEntities, Entities } from './links/entities.ts';
export type { EntityCluster, EntityMatch } from './links/entities/link-entities.ts';
export type { Thing } from './links/entities/thing.ts';
export type { Decided, People } from './links/people.ts';
export type { Person } from './links/people/read-people.ts';
export { answerCrate } from './export/answer/answer-crate.ts';
export {
  type AnswerFormat,
  answerFormats,
  answerMediaTypes,
  type AnswerTextFormat,
} from './export/answer/answer-formats.ts';
export { cellParts, type CellPart, cellText } from './export/answer/table-cells.ts';
export {
  answerIri,
  citationsOf,
  type ExportedAnswer,
  exportedAnswer,
  statusesNow,
} from './export/answer/exported-answer.ts';
export type { CrateFile } from './export/crate/crate-file.ts';
export { paperCrate } from './export/crate/paper-crate.ts';
export { zipFiles } from './export/crate/zip.ts';
export { documentMarkdown } from './export/paper/document-markdown.ts';
export { type ExportedPaper, exportedPaper } from './export/paper/exported-paper.ts';
export { type ExportFormat, exportFormats, paperFormats } from './export/paper/paper-formats.ts';
export { Recent } from './files/recent.ts';
export { type Companion, stageKey } from './jobs/companions.ts';
export type { ApiKey, KeyHolder, Keys, NewKey, Scope } from './keys/keys.ts';
export { type Job, type JobState, JobQueue, type Lease, type NewJob } from './jobs/job-queue.ts';
export type { RunningServer } from './lock/server-lock.ts';
export type { GcReport } from './maintenance/gc.ts';
export type { Manifest } from './maintenance/manifest.ts';
export { restore } from './maintenance/restore.ts';
export type { OpenOptions } from './open-options.ts';
export { type ChangedStanding, changedStandings } from './status/changed-standings.ts';
export { byDocument, byHand, type LoggedStatus } from './status/logged-status.ts';
export type { SetStatus, Statuses } from './status/statuses.ts';
export { type FeedReport, readFeed } from './status/feed/read-feed.ts';
export { type ProjectionName, Projections } from './projections/projections.ts';
export type { Fault, GraphCheck, VerifyProgress } from './maintenance/verify.ts';
