export type * from './build/query-parts.ts';
export {
  type QueryStructure,
  queryStructure,
  type StructureTerm,
  type StructureTriple,
} from './build/query-structure.ts';
export { writeQuery } from './build/write-query.ts';
export { GraphError, type GraphErrorCode } from './graph-error.ts';
export { guardQuery } from './guard/guard-query.ts';
export type { GuardedQuery, GuardOptions, QueryForm } from './guard/guarded-query.ts';
export type { Awaitable, FeedChange, FeedGraph, GraphFeed } from './oxigraph/graph-feed.ts';
export { OxigraphPool } from './oxigraph/pool.ts';
export type { OxigraphPoolOptions } from './oxigraph/pool-options.ts';
export { chooseMediaType, contentType } from './results/choose-media-type.ts';
export { resultFormats, type ResultFormat, type ResultKind } from './results/media-types.ts';
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
