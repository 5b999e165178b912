import type { ResultKind } from '../results/media-types.ts';
import type { DatasetGraphs, GraphProblem } from '../store.ts';

/** What an engine process is asked to compute. */
export type EngineQuery = {
  text: string;
  kind: ResultKind;
  cost: 'cheap' | 'normal';
  mediaType: string;
  /** Absent: the union of all graphs as default graph, and every graph by name. */
  dataset?: DatasetGraphs | undefined;
  /** Rows or triples, and bytes, above which the result is refused. */
  rows: number;
  bytes: number;
  /** Lines that the guard put before the query, which the user does not count. */
  addedLines: number;
};

export type EngineRequest =
  /** A process does nothing before it was told to. */
  | { type: 'begin'; id: number }
  | { type: 'query'; id: number; query: EngineQuery }
  | { type: 'advance'; id: number; atLeast: number };

/** Exit code of an engine process that found its image damaged: without it the next start goes well. */
export const startAgainCode = 75;

/** How an engine process is set up. */
export type EngineSetup = {
  /** Folder of the corpus. */
  folder: string;
  /** Address of the module that exports `openFeed(folder)`. */
  feedModule: string;
  /** Where images of the memory are kept, if they are, and from how many quads on. */
  image?: { folder: string; leastQuads: number } | undefined;
};

/** What an engine says of itself, with each answer that may have changed it. */
export type EngineFacts = {
  commit: number;
  quads: number;
  rss: number;
  graphs: string[];
  problems: GraphProblem[];
  /** Whether the image of the memory has fallen behind the corpus, so that the next start would be slow. */
  imageIsBehind: boolean;
};

export type EngineReply =
  | { type: 'loading'; graphs: number; of: number }
  | { type: 'ready'; facts: EngineFacts; isRestored: boolean }
  | { type: 'advanced'; id: number; facts: EngineFacts }
  /** The whole result, or, when `text` is absent, its size; its chunks follow. */
  | { type: 'result'; id: number; rows: number; bytes: number; rss: number; text?: string }
  | { type: 'chunk'; id: number; data: Uint8Array; last: boolean }
  /** The request failed and the engine is well. */
  | { type: 'refused'; id: number; code: string; detail: string }
  /** The engine cannot go on; it ends itself. */
  | { type: 'broken'; detail: string };
