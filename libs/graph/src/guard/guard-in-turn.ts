import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises';
import { guardQuery } from './guard-query.ts';
import type { GuardedQuery, GuardOptions } from './guarded-query.ts';

/** UTF-16 units of a query up to which reading it takes a few milliseconds only. */
const short = 4000;
/** Milliseconds between two long queries, in which the process does other things. */
const restMs = 50;

type Waiting = { length: number; read: () => void };

let shortOnes: Waiting[] = [];
let isReading = false;
let lastLong: Promise<unknown> = Promise.resolve();

/**
 * The same as `guardQuery` for a process that serves many. Reading a query keeps the process from everything else, the
 * longest for a tenth of a second: so one is read at a time, the shortest of those that wait first, and between two the
 * process does what else there is to do. Long ones wait for one another, with rests between.
 * @throws GraphError as `guardQuery` does
 */
export async function guardInTurn(sparql: string, options: GuardOptions = {}): Promise<GuardedQuery> {
  const { maxLength = Infinity } = options;
  if (sparql.length > short && sparql.length <= maxLength) return readLong(sparql, options);
  return new Promise((resolve, reject) => {
    const read = (): void => {
      try {
        resolve(guardQuery(sparql, options));
      } catch (error) {
        reject(error);
      }
    };
    shortOnes.push({ length: sparql.length, read });
    if (!isReading) void readAll();
  });
}

async function readAll(): Promise<void> {
  isReading = true;
  while (shortOnes.length > 0) {
    const next = shortOnes.reduce((best, each) => (each.length < best.length ? each : best));
    shortOnes = shortOnes.filter((each) => each !== next);
    next.read();
    await nextTurn();
  }
  isReading = false;
}

function readLong(sparql: string, options: GuardOptions): Promise<GuardedQuery> {
  const turn = lastLong.then(() => guardQuery(sparql, options));
  lastLong = turn.then(
    () => rest(restMs),
    () => rest(restMs),
  );
  return turn;
}
