/** The pieces that queries are built from, so that no value ever becomes syntax. Written out by `writeQuery`. */

export type Variable = { variable: string };
export type Iri = { iri: string };
/** Without `datatype` and `language`, a plain string. */
export type Literal = { literal: string; datatype?: string; language?: string };
export type Term = Variable | Iri | Literal;

export type Path =
  | Iri
  | { inverse: Path }
  | { sequence: readonly Path[] }
  | { alternatives: readonly Path[] }
  | { oneOrMore: Path }
  | { zeroOrMore: Path };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Aggregate = 'COUNT' | 'SUM' | 'MIN' | 'MAX' | 'AVG' | 'SAMPLE';
export type FunctionName =
  | 'STR'
  | 'STRLEN'
  | 'LCASE'
  | 'STRSTARTS'
  | 'CONTAINS'
  | 'ABS'
  | 'YEAR'
  | 'COALESCE'
  | 'REPLACE'
  | 'SUBSTR'
  | 'DATATYPE';

export type Expression =
  | Term
  | { compare: Comparison; left: Expression; right: Expression }
  | { all: readonly Expression[] }
  | { any: readonly Expression[] }
  | { not: Expression }
  | { product: readonly Expression[] }
  /** A value as one of a datatype of XML Schema, by its IRI. */
  | { cast: string; of: Expression }
  | { call: FunctionName; with: readonly Expression[] }
  | { aggregate: Aggregate; of: Expression; distinct?: boolean };

export type Pattern =
  | { subject: Term; path: Path; object: Term }
  /** A triple whose predicate is a variable. */
  | { subject: Term; predicate: string; object: Term }
  /** `graph` names a variable, or is a graph. */
  | { graph: string | Iri; patterns: readonly Pattern[] }
  /** `rows` are as long as `variables`; undefined leaves a variable unbound. */
  | { values: readonly string[]; rows: readonly (readonly (Iri | Literal | undefined)[])[] }
  | { filter: Expression }
  | { optional: readonly Pattern[] }
  | { exists: readonly Pattern[] }
  | { notExists: readonly Pattern[] }
  /** Leaves out what agrees with it in the variables that both have; worked out once, where NOT EXISTS is for each row. */
  | { minus: readonly Pattern[] }
  | { union: readonly (readonly Pattern[])[] }
  | { bind: Expression; as: string }
  | { select: SelectQuery };

export type Projection = string | { expression: Expression; as: string };

export type SelectQuery = {
  distinct?: boolean;
  project: readonly Projection[];
  where: readonly Pattern[];
  groupBy?: readonly string[];
  having?: Expression;
  orderBy?: readonly { by: Expression; descending?: boolean }[];
  limit?: number;
  offset?: number;
};

export type AskQuery = { ask: readonly Pattern[] };

export type BuiltQuery = SelectQuery | AskQuery;
