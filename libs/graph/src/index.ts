export type * from './build/query-parts.ts';
export {
  type QueryStructure,
  queryStructure,
  type StructureTerm,
  type StructureTriple,
} from './build/query-structure.ts';
export { type WherePart, type WherePartKind, type WhereParts, whereParts } from './build/where-parts.ts';
export { writeQuery } from './build/write-query.ts';
export { FederatedStore, type FederatedStoreOptions } from './comunica/federated-store.ts';
export type { FederationOptions } from './comunica/federation-options.ts';
export { CorpusCounts, type CountedCommit } from './describe/corpus-counts.ts';
export type { DescribedDataset } from './describe/dataset-lines.ts';
export { describeEndpoint, type EndpointDescription } from './describe/describe-endpoint.ts';
export type { ExampleQuery } from './describe/example-query.ts';
export { addCounts, type GraphCounts } from './describe/graph-counts.ts';
export { compactShapes } from './describe/compact-shapes.ts';
export { voidOfDescription } from './describe/void-of-description.ts';
export { describeGraph, type DescribeOptions } from './describe/describe-graph.ts';
export {
  type ClassShape,
  type DescribedProperty,
  type DescribedTerm,
  type GraphDescription,
  type MissingPart,
  type PropertyShape,
  resourceKind,
  type ValueKind,
} from './describe/graph-description.ts';
export { isAboutGraphs } from './describe/naming.ts';
export { labelling } from './describe/describe-terms.ts';
export { descriptionPrefixes } from './describe/vocabularies.ts';
export { Neo4jFollower, type FollowerState } from './neo4j/neo4j-follower.ts';
export { readNeo4jOptions, type Neo4jVariables } from './neo4j/neo4j-settings.ts';
export {
  Neo4jProjection,
  type Neo4jOptions,
  type ProjectionProgress,
  type StepResult,
} from './neo4j/neo4j-projection.ts';
export { GraphError, type GraphErrorCode } from './graph-error.ts';
export { guardInTurn } from './guard/guard-in-turn.ts';
export { guardQuery } from './guard/guard-query.ts';
export { anyService, type GuardedQuery, type GuardOptions, type QueryForm } from './guard/guarded-query.ts';
export type { Awaitable, FeedChange, FeedGraph, GraphFeed } from './oxigraph/graph-feed.ts';
export { keepGraph, rdfTypeOf } from './oxigraph/file-graph.ts';
export { keptGraphs, type KeptGraphs } from './oxigraph/kept-feed.ts';
export { openFileGraph } from './oxigraph/open-file-graph.ts';
export { openKeptGraphs, type KeptGraphsOptions } from './oxigraph/open-kept-graphs.ts';
export { OxigraphPool } from './oxigraph/pool.ts';
export type { ClientLimits } from './oxigraph/client-ledger.ts';
export type { OxigraphPoolOptions } from './oxigraph/pool-options.ts';
export { chooseMediaType, contentType } from './results/choose-media-type.ts';
export { resultFormats, type ResultFormat, type ResultKind } from './results/media-types.ts';
export { wholeText } from './results/whole-text.ts';
export { keepProjection, type KeeperReport, type KeepProjectionOptions } from './sparql-http/keep-projection.ts';
export { forgetServer, projectedCommit } from './sparql-http/projection-mark.ts';
export { probeServer, type ServerFinding } from './sparql-http/probe-server.ts';
export { RemoteEndpoint, type RemoteEndpointOptions } from './sparql-http/remote-endpoint.ts';
export { ServerConnection } from './sparql-http/server-connection.ts';
export { ServerProjection } from './sparql-http/server-projection.ts';
export type { StepReport } from './sparql-http/step-report.ts';
export { readServerSettings, type ServerSettings, type ServerVariables } from './sparql-http/server-settings.ts';
export { SparqlServer, type SparqlServerOptions } from './sparql-http/sparql-server.ts';
export type {
  DatasetGraphs,
  EngineState,
  EngineStatus,
  GraphProblem,
  GraphStore,
  QueryOptions,
  QueryResult,
  ResultLimits,
  StoreStatus,
} from './store.ts';
