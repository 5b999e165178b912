import type { ResultKind } from '../results/media-types.ts';
import type { DatasetGraphs } from '../store.ts';

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe';

/** A query that passed the guard. */
export type GuardedQuery = {
  /** What the engine is given: the text that was checked, with escapes resolved, prefixes added and the row cap set. */
  text: string;
  form: QueryForm;
  kind: ResultKind;
  /** `cheap`: every pattern starts from a known subject or object, and nothing is unbounded. */
  cost: 'cheap' | 'normal';
  /** Cheap, and so small that it cannot be anything else: one or two patterns, from a known subject onwards. */
  isPoint: boolean;
  /** FROM and FROM NAMED of the query, as absolute IRIs; absent when the query has neither. */
  dataset?: DatasetGraphs;
  /** Whether it asks other endpoints, all of them on the allow-list. */
  isFederated: boolean;
  /** Well-known prefixes that were used without being declared, and were added, one line each, before the query. */
  addedPrefixes: readonly string[];
  /** Lines that now stand before the query, which its author does not count. */
  addedLines: number;
  /** Rows (of a SELECT) above which the result is refused instead of given short. */
  rows: number;
};

/** Which endpoints SERVICE may name, by their IRIs: a set, or anything that knows. */
export type AllowedServices = Pick<ReadonlySet<string>, 'has'>;

/** For asking what a query is before a store decides whether it may run. */
export const anyService: AllowedServices = { has: () => true };

export type GuardOptions = {
  /** Absolute IRI that relative ones are resolved against when the query has no BASE; without it they are errors. */
  base?: string | undefined;
  /** Rows that a SELECT may give; default 100,000. */
  rows?: number;
  /** UTF-16 units of the query text; default 100,000. */
  maxLength?: number;
  /** Nesting of groups, brackets and parentheses; default 64. */
  maxDepth?: number;
  /** Tokens of the query text, which bounds the time that parsing takes; default 10,000. */
  maxTokens?: number;
  /** Cells of one VALUES block; default 10,000. */
  maxValues?: number;
  /** Steps and alternatives of one property path; default 64. */
  maxPathSteps?: number;
  /** Repetitions (`*`, `+`) in one property path; default 8. */
  maxPathRepetitions?: number;
  /** Triple patterns, groups, filters and the like of the whole query; default 500. */
  maxPatterns?: number;
  /** Operators, calls and their arguments in the whole query; default 1,000. */
  maxOperators?: number;
  /** IRIs of SERVICE that are let through to an engine that can federate; the embedded one cannot. Default none. */
  allowedServices?: AllowedServices;
  /** Whether the caller may read a graph named in FROM or FROM NAMED; default: any. */
  mayRead?: (graph: string) => boolean;
};
