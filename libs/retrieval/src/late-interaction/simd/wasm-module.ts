import { type Code, unsigned } from './wasm-code.ts';

/** A function without result: its parameters are `parameters` 32-bit integers, its locals follow them in this order. */
export type WasmFunction = { name: string; parameters: number; integers: number; vectors: number; body: Code };

const i32 = 0x7f;
const v128 = 0x7b;
const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * The bytes of a module that takes its memory as import `env.memory` and exports the functions by their names.
 * Source of the format: WebAssembly core specification 2.0, 5.5.
 */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...list(times(parameters, [i32])), 0]);
  const memoryImport = [...text('env'), ...text('memory'), 0x02, 0x00, 1];
  const exports = functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]);
  const bodies = functions.map(({ integers, vectors, body }) =>
    sized([2, ...unsigned(integers), i32, ...unsigned(vectors), v128, ...body, 0x0b]),
  );
  return Uint8Array.from([
    ...magicAndVersion,
    ...section(1, list(types)),
    ...section(2, list([memoryImport])),
    ...section(3, list(functions.map((_, i) => unsigned(i)))),
    ...section(7, list(exports)),
    ...section(10, list(bodies)),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function list(entries: readonly number[][]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(value: string): number[] {
  return sized([...Buffer.from(value)]);
}

function times(count: number, entry: number[]): number[][] {
  return Array.from({ length: count }, () => entry);
}
