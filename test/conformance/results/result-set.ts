import type { Quad, Term } from '@rdfjs/types';

/** One solution: terms by the names of their variables. */
export type Row = Readonly<Record<string, Term>>;

/** What a query gives, in whatever format it came. */
export type QueryOutcome =
  | { kind: 'boolean'; value: boolean }
  | { kind: 'graph'; quads: readonly Quad[] }
  | {
      kind: 'rows';
      rows: readonly Row[];
      /** The variables of the header; absent where the format or file does not say. */
      variables?: readonly string[];
      /** Whether the order of the rows is part of the result. */
      ordered?: boolean;
    };
