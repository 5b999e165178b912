/** A value, now or later: the corpus answers from SQLite at once, another feed may not. */
export type Awaitable<T> = T | Promise<T>;

export type FeedGraph = { name: string; digest: string };
export type FeedChange = { name: string; digest: string | null; commit: number };

/**
 * What an engine needs of the corpus, and all that it needs. `Corpus` satisfies it.
 * `readGraph` gives canonical N-Quads and throws an error with a `code` when the file is damaged.
 */
export interface GraphFeed {
  commitNumber(): Awaitable<number>;
  snapshot(): Awaitable<{ commit: number; graphs: readonly FeedGraph[] }>;
  /** The last change of each graph after a commit; `digest` is null for a graph that was removed. */
  changesSince(commit: number): Awaitable<{ commit: number; changes: readonly FeedChange[] }>;
  readGraph(digest: string): Promise<string>;
}
