import { type Code, advance, f32x4, get, i32, repeatWhile, set, v128 } from './wasm-code.ts';
import type { WasmFunction } from './wasm-module.ts';

/** Columns that a kernel works on at once: four vectors of four lanes. */
export const lanes = 16;
/** Dimensions of a step of the inner loop; rows are filled up with zeros to a multiple of it. */
export const dimensionStep = 4;
/** Bytes of the memory that `nearest` keeps for its columns: the best product of each, then the row it is of. */
export const nearestBytes = 2 * lanes * 4;

const groups = [0, 1, 2, 3] as const;
const groupBytes = 16;
const laneBytes = lanes * 4;

/** Parameters all kernels over rows have: columns dimension by dimension, rows, bytes of a row, end of the rows. */
const columns = 0;
const rows = 1;
const rowBytes = 2;
const end = 3;
const out = 4;
const extra = 5;

/** Numbers of the locals, which come after the parameters. */
function locals(parameters: number) {
  const vector = parameters + 4;
  return {
    second: parameters,
    left: parameters + 1,
    right: parameters + 2,
    column: parameters + 3,
    sums: (row: 0 | 1, group: number): number => vector + 4 * row + group,
    x: (row: 0 | 1): number => vector + 8 + row,
    y: vector + 10,
    kept: (group: number): number => vector + 11 + group,
    keptRow: (group: number): number => vector + 15 + group,
  };
}
type Locals = ReturnType<typeof locals>;
const integerLocals = 4;
const vectorLocals = 19;

/**
 * Dot products of two rows with all columns, into `sums`. Two rows by sixteen columns is what fits the sixteen registers; a
 * last row without a second is taken twice, which no kernel minds.
 */
function productsOfTwoRows(at: Locals): Code {
  const step = Array.from({ length: dimensionStep }, (_, k) => [
    ...([0, 1] as const).flatMap((row) => [
      ...v128.loadSplat(get(row === 0 ? at.left : at.right), 4 * k),
      ...set(at.x(row)),
    ]),
    ...groups.flatMap((group) => [
      ...v128.load(get(at.column), k * laneBytes + group * groupBytes),
      ...set(at.y),
      ...([0, 1] as const).flatMap((row) => [
        ...f32x4.add(get(at.sums(row, group)), f32x4.mul(get(at.x(row)), get(at.y))),
        ...set(at.sums(row, group)),
      ]),
    ]),
  ]).flat();
  const following = i32.add(get(rows), get(rowBytes));
  return [
    ...i32.select(i32.lessThan(following, get(end)), following, get(rows)),
    ...set(at.second),
    ...get(rows),
    ...set(at.left),
    ...get(at.second),
    ...set(at.right),
    ...get(columns),
    ...set(at.column),
    ...groups.flatMap((group) => [0, 1].flatMap((row) => [...v128.zero, ...set(at.sums(row as 0 | 1, group))])),
    ...repeatWhile(
      i32.lessThan(get(at.left), i32.add(get(rows), get(rowBytes))),
      step,
      advance(at.left, i32.const(4 * dimensionStep)),
      advance(at.right, i32.const(4 * dimensionStep)),
      advance(at.column, i32.const(dimensionStep * laneBytes)),
    ),
  ];
}

function overRows(at: Locals, body: Code, ...afterwards: Code[]): Code {
  return [
    ...repeatWhile(
      i32.lessThan(get(rows), get(end)),
      productsOfTwoRows(at),
      body,
      ...afterwards,
      advance(rows, i32.add(get(rowBytes), get(rowBytes))),
    ),
  ];
}

/** `best(columns, rows, rowBytes, end, out)`: raises each of the sixteen numbers at `out` to its column's greatest product. */
function best(): WasmFunction {
  const at = locals(5);
  return {
    name: 'best',
    parameters: 5,
    integers: integerLocals,
    vectors: vectorLocals,
    body: [
      ...groups.flatMap((group) => [...v128.load(get(out), group * groupBytes), ...set(at.kept(group))]),
      ...overRows(
        at,
        groups.flatMap((group) => [
          ...f32x4.max(f32x4.max(get(at.kept(group)), get(at.sums(0, group))), get(at.sums(1, group))),
          ...set(at.kept(group)),
        ]),
      ),
      ...groups.flatMap((group) => v128.store(get(out), get(at.kept(group)), group * groupBytes)),
    ],
  };
}

/** `products(columns, rows, rowBytes, end, out, outBytes)`: each row's products with the columns, a row of `outBytes` each. */
function products(): WasmFunction {
  const at = locals(6);
  const other = i32.select(i32.lessThan(get(rows), get(at.second)), i32.add(get(out), get(extra)), get(out));
  return {
    name: 'products',
    parameters: 6,
    integers: integerLocals,
    vectors: vectorLocals,
    body: overRows(
      at,
      groups.flatMap((group) => [
        ...v128.store(get(out), get(at.sums(0, group)), group * groupBytes),
        ...v128.store(other, get(at.sums(1, group)), group * groupBytes),
      ]),
      advance(out, i32.add(get(extra), get(extra))),
    ),
  };
}

/**
 * `nearest(columns, rows, rowBytes, end, state, first)`: goes on with the search for each column's row of the greatest product,
 * the rows being numbered from `first`; of equals the first stays.
 */
function nearest(): WasmFunction {
  const at = locals(6);
  const improve = (row: 0 | 1, number: Code): Code =>
    groups.flatMap((group) => [
      ...v128.choose(
        v128.splatInteger(number),
        get(at.keptRow(group)),
        f32x4.greater(get(at.sums(row, group)), get(at.kept(group))),
      ),
      ...set(at.keptRow(group)),
      ...f32x4.max(get(at.kept(group)), get(at.sums(row, group))),
      ...set(at.kept(group)),
    ]);
  const state = (group: number): number => group * groupBytes;
  return {
    name: 'nearest',
    parameters: 6,
    integers: integerLocals,
    vectors: vectorLocals,
    body: [
      ...groups.flatMap((group) => [
        ...v128.load(get(out), state(group)),
        ...set(at.kept(group)),
        ...v128.load(get(out), laneBytes + state(group)),
        ...set(at.keptRow(group)),
      ]),
      ...overRows(
        at,
        [...improve(0, get(extra)), ...improve(1, i32.add(get(extra), i32.const(1)))],
        advance(extra, i32.const(2)),
      ),
      ...groups.flatMap((group) => [
        ...v128.store(get(out), get(at.kept(group)), state(group)),
        ...v128.store(get(out), get(at.keptRow(group)), laneBytes + state(group)),
      ]),
    ],
  };
}

/**
 * `bestOfRows(table, numbers, tableBytes, end, out)`: raises each of the sixteen numbers at `out` to the greatest in its column
 * among the rows of the table that are numbered from `numbers` to `end`.
 */
function bestOfRows(): WasmFunction {
  const [table, numbers, tableBytes] = [columns, rows, rowBytes];
  const row = 5;
  const kept = (group: number): number => 6 + group;
  return {
    name: 'bestOfRows',
    parameters: 5,
    integers: 1,
    vectors: 4,
    body: [
      ...groups.flatMap((group) => [...v128.load(get(out), group * groupBytes), ...set(kept(group))]),
      ...repeatWhile(
        i32.lessThan(get(numbers), get(end)),
        [...i32.add(get(table), i32.mul(i32.load(get(numbers)), get(tableBytes))), ...set(row)],
        groups.flatMap((group) => [
          ...f32x4.max(get(kept(group)), v128.load(get(row), group * groupBytes)),
          ...set(kept(group)),
        ]),
        advance(numbers, i32.const(4)),
      ),
      ...groups.flatMap((group) => v128.store(get(out), get(kept(group)), group * groupBytes)),
    ],
  };
}

/** All kernels. Those over rows need at least one row, and `bestOfRows` one number. */
export const kernels: readonly WasmFunction[] = [best(), products(), nearest(), bestOfRows()];
