export { Answers } from './answers/answers.ts';
export { checkCollectionName } from './collections/collection-name.ts';
export type { Collection, Collections, Holdings } from './collections/collections.ts';
export { documentFacts } from './commit/document-facts.ts';
export type { GraphChange, GraphPointer } from './commit/graph-history.ts';
export type { CommitResult, DocumentFacts, PaperCommit } from './commit/paper-commit.ts';
export { Corpus, type OpenOptions } from './corpus.ts';
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
export { Recent } from './files/recent.ts';
export { type Companion, stageKey } from './jobs/companions.ts';
export type { ApiKey, KeyHolder, Keys, NewKey, Scope } from './keys/keys.ts';
export { type Job, type JobState, JobQueue, type Lease, type NewJob } from './jobs/job-queue.ts';
export type { RunningServer } from './lock/server-lock.ts';
export type { GcReport } from './maintenance/gc.ts';
export type { Manifest } from './maintenance/manifest.ts';
export { restore } from './maintenance/restore.ts';
export { type ProjectionName, Projections } from './projections/projections.ts';
export type { Fault, GraphCheck, VerifyProgress } from './maintenance/verify.ts';
