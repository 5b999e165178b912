import type { BoundTerm, SparqlRun } from '@askg/contract';
import type { GraphField } from './graph-field.ts';

/** Papers that a text names, in its order. */
export type NamedPapers = {
  /** IRI of each paper, and the words for it. */
  papers: { iri: string; said: string }[];
  /** Stretches that look like names and name no paper. */
  unknown: string[];
};

/** For whom the graph is asked, and how long. */
export type PaperOptions = {
  signal?: AbortSignal;
  /** Milliseconds. */
  deadlineMs?: number;
  /** Keys of the papers that may be asked; all when left out. */
  papers?: readonly string[];
  /** Leaves out what is known of papers from all papers together. */
  isConfined?: boolean;
};

/** What the graph holds of one paper in one field; `node` is where it can be quoted. */
export type FieldValue = { paper: string; field: string; node: string; value: BoundTerm };

export type FieldValues = { run: SparqlRun; values: FieldValue[] };

/** What the graph knows of papers that are set side by side. */
export interface PaperFacts {
  named(text: string, options?: PaperOptions): Promise<NamedPapers>;
  /** @param papers their IRIs */
  fields(papers: readonly string[], fields: readonly GraphField[], options?: PaperOptions): Promise<FieldValues>;
}
