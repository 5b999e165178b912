import type { FeedStatement } from '../logged-status.ts';

/**
 * A row of a feed and its line, from 1: what it says of a work, or that it gives the work no name (`unnamed`), or why it
 * cannot be understood.
 */
export type FeedRow = { line: number } & (FeedStatement | { unnamed: true } | { fault: string });

/** Code units of a value that are told in a fault. */
const longestTold = 80;

/** That a field has a value that cannot be understood, with its beginning as far as a line can show it. */
export function faultOf(field: string, value: string): { fault: string } {
  const told = value.slice(0, longestTold);
  const isCut = told.length < value.length;
  return { fault: `${field} is “${told.replaceAll(/\p{C}/gu, '\u{fffd}')}${isCut ? ' …' : ''}”.` };
}
