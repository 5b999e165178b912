import type { FeedStatement } from '../logged-status.ts';

/**
 * A row of a feed and its line, from 1: what it says of a work, or that it gives the work no name (`unnamed`), or why it
 * cannot be understood.
 */
export type FeedRow = { line: number } & (FeedStatement | { unnamed: true } | { fault: string });
