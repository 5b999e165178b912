import { setTimeout as rest } from 'node:timers/promises';
import { guardQuery } from './guard-query.ts';
import type { GuardedQuery, GuardOptions } from './guarded-query.ts';

/** UTF-16 units of a query up to which reading it takes a few milliseconds only. */
const short = 4000;
/** Milliseconds between two long queries, in which the process does other things. */
const restMs = 50;

let last: Promise<unknown> = Promise.resolve();

/**
 * The same as `guardQuery` for a process that serves many: reading the longest query keeps it from everything else for a
 * tenth of a second, so that long ones are read one after the other with rests between.
 * @throws GraphError as `guardQuery` does
 */
export async function guardInTurn(sparql: string, options: GuardOptions = {}): Promise<GuardedQuery> {
  const { maxLength = Infinity } = options;
  if (sparql.length <= short || sparql.length > maxLength) return guardQuery(sparql, options);
  const turn = last.then(() => guardQuery(sparql, options));
  last = turn.then(
    () => rest(restMs),
    () => rest(restMs),
  );
  return turn;
}
