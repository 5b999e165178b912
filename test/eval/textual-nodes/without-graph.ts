import type { Facts } from '@askg/kgqp';

/** A graph that is never asked, for what the text alone gives. */
export const withoutGraph: Facts = {
  prepare: () => Promise.resolve(),
  // oxlint-disable-next-line no-empty-function
  async *find() {},
  // oxlint-disable-next-line no-empty-function
  async *textualNodes() {},
};
