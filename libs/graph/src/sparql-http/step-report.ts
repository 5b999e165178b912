import type { GraphProblem } from '../store.ts';

/** What one step of bringing a server in step has done. */
export type StepReport = {
  commit: number;
  /** Graphs that were put, and the triples in them. */
  put: number;
  triples: number;
  dropped: number;
  /** Graphs of the corpus. */
  graphs: number;
  problems: GraphProblem[];
};
