import type { TableFormat } from '../results/write-results.ts';
import type { FederationLimits } from './federation-options.ts';

/** What a federation process is given to evaluate. */
export type FederatedQuery = {
  text: string;
  /** Of a table or a boolean; graphs are always N-Triples. */
  format: TableFormat;
  /** Rows or triples, and bytes, above which the result is refused. */
  rows: number;
  bytes: number;
  limits: FederationLimits;
};

export type FederationRequest =
  | { type: 'evaluate'; query: FederatedQuery }
  /** The answer of this graph to a part of the query. */
  | { type: 'part'; id: number; mediaType: string; body: string };

export type FederationReply =
  /** A part of the query that is for this graph. */
  | { type: 'ask'; id: number; text: string }
  | { type: 'result'; rows: number; text: string }
  | { type: 'refused'; code: string; detail: string };
