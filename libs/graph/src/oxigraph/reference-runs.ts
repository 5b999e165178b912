import type { ReferenceTable } from './engine-instance.ts';

/** A value that can be written down and is the same in every process: `u`ndefined, `n`ull, `t`rue, `f`alse, `g`lobalThis, or `=` and a string. */
type Value = string;

/** The values of a table in order, each with how often it stands there in a row. */
export type ReferenceRuns = [value: Value, times: number][];

/** Undefined when the engine holds a value that only this process has, such as an object. */
export function readReferences(table: ReferenceTable): ReferenceRuns | undefined {
  const runs: ReferenceRuns = [];
  for (let at = 0; at < table.length; at += 1) {
    const value = written(table.get(at));
    if (value === undefined) return undefined;
    const last = runs.at(-1);
    if (last?.[0] === value) last[1] += 1;
    else runs.push([value, 1]);
  }
  return runs;
}

/** Gives a table the length and the values of another. It must not be longer than that. */
export function writeReferences(table: ReferenceTable, runs: ReferenceRuns): void {
  const length = lengthOf(runs);
  if (table.length < length) table.grow(length - table.length);
  let at = 0;
  for (const [value, times] of runs) for (const end = at + times; at < end; at += 1) table.set(at, read(value));
}

export function lengthOf(runs: ReferenceRuns): number {
  return runs.reduce((sum, [, times]) => sum + times, 0);
}

function written(value: unknown): Value | undefined {
  if (typeof value === 'string') return `=${value}`;
  return simple.find(([, each]) => each === value)?.[0];
}

function read(value: Value): unknown {
  return value.startsWith('=') ? value.slice(1) : simple.find(([name]) => name === value)?.[1];
}

const simple: readonly [Value, unknown][] = [
  ['u', undefined],
  ['n', null],
  ['t', true],
  ['f', false],
  ['g', globalThis],
];
