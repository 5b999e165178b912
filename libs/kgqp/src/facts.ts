import type { BoundTerm, Degraded, Link, SparqlRun } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { PaperFacts } from './compare/paper-facts.ts';
import type { AnalysedQuestion, Shape } from './question/question.ts';

/** One row of a fact. */
export type FactRow = {
  /** By name of column. A column that is left out has no value in this row. */
  bindings: Record<string, BoundTerm>;
  /**
   * IRIs that the row rests on, at most 20, papers last: sentences, table rows, figures, tables, sections, references,
   * and nodes of a paper's metadata such as its people and keywords.
   */
  sources: string[];
};

/** What a query that means the question gave. */
export type FactAnswer = {
  run: SparqlRun;
  shape: Shape;
  /** The columns to show, in order. For a yes-no question one column, `answer`, with a boolean. */
  columns: string[];
  rows: FactRow[];
  /** 0 to 1: whether this query means what was asked. */
  confidence: number;
  /** Names of the one thing that papers were asked to mention: those that only say it in passing are not among the rows. */
  inPassing?: readonly string[];
  /** The query in words: "the name of each person who is an author of the paper …". */
  reading: string;
};

/** A unit that satisfies the constraints of a question; `loss` from 0 (all of them) to 1 (none). */
export type TextualNode = { iri: string; loss: number };

/** What a person says that a phrase of the question means: one of the things that a link offered. */
export type Choice = { phrase: string; iri: string };

export type FindOptions = {
  signal?: AbortSignal;
  /** Milliseconds for everything that is tried. */
  deadlineMs?: number;
  /** Keys of the papers that may be asked; all when left out. */
  papers?: readonly string[];
  /** Choices between the things that phrases may mean. */
  choices?: readonly Choice[];
  /** Leaves out what is known about `papers` from all papers together: who cites whom. */
  isConfined?: boolean;
};

export type FactEvent =
  | { type: 'links'; links: Link[] }
  | { type: 'query'; run: SparqlRun }
  | { type: 'degraded'; degraded: Degraded }
  /** At most one, last; none when no query means the question. Its rows may be empty. */
  | { type: 'answer'; answer: FactAnswer };

export type NodesEvent = { type: 'query'; run: SparqlRun } | { type: 'nodes'; nodes: TextualNode[] };

/** Finds what the graph itself says: rows for facts, and the units that satisfy a question's constraints. */
export interface Facts {
  /** What it knows of papers that are set side by side; without it no table is made. */
  readonly papers?: PaperFacts;
  /** Builds the label index of the newest commit, so that the first question need not wait. */
  prepare(options?: { signal?: AbortSignal }): Promise<void>;
  /** With a chat model, that may write a query too. Yields links first, every query tried, then the best answer. Ends early, without an answer, when time is over. */
  find(
    question: AnalysedQuestion,
    options?: FindOptions & {
      /** Writes queries too; without it only the planner does. Counts its own usage. */ chat?: ChatModel;
    },
  ): AsyncGenerator<FactEvent, void>;
  /** Exact first, then two steps of relaxation; the nodes come once, least loss first. */
  textualNodes(
    question: AnalysedQuestion,
    links: readonly Link[],
    options?: FindOptions,
  ): AsyncGenerator<NodesEvent, void>;
}
