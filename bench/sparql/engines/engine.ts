import type { Dataset } from '../dataset.ts';

/** How one run of a query went; `rows` of a graph are its triples, of a boolean 1. */
export type Run = { ms: number; rows: number } | { failure: 'timeout' | 'error'; detail: string };

/** What an engine said of itself after it had loaded the data. */
export type Loaded = { ms: number; memoryMiB: number };

/** A SPARQL engine under measurement, in a process of its own. */
export interface MeasuredEngine {
  load(dataset: Dataset): Promise<Loaded>;
  /** Evaluates a query and takes its whole result; never longer than `limitMs`. */
  run(query: string, limitMs: number): Promise<Run>;
  close(): Promise<void>;
}
