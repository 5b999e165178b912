/** Bytes of WebAssembly instructions; the operands of one come before it. Source: WebAssembly core specification 2.0, 5.4. */
export type Code = readonly number[];

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const isLast = rest >> 6 === 0 || rest >> 6 === -1;
    bytes.push((rest & 127) | (isLast ? 0 : 128));
    if (isLast) return bytes;
  }
}

const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
/** Alignment is a hint; 0 is true of every address. */
const memory = (offset: number): number[] => [0, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...memory(offset)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  lessThan: (a: Code, b: Code): Code => [...a, ...b, 0x49],
  select: (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b],
};

export const v128 = {
  load: (address: Code, offset = 0): Code => [...address, ...simd(0x00), ...memory(offset)],
  /** One number of the memory in all four lanes. */
  loadSplat: (address: Code, offset = 0): Code => [...address, ...simd(0x09), ...memory(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...simd(0x0b), ...memory(offset)],
  zero: [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)] as Code,
  /** Bits of `a` where the mask has ones, of `b` elsewhere. */
  choose: (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, ...simd(0x52)],
  splatInteger: (value: Code): Code => [...value, ...simd(0x11)],
};

/** Four 32-bit floats. */
export const f32x4 = {
  add: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe4)],
  mul: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe6)],
  greater: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x44)],
  /** `a < b ? b : a` in each lane: where `b` is not a number, `a` stays. */
  max: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xeb)],
};

/** Runs the body, and again as long as the condition after it holds. */
export function repeatWhile(condition: Code, ...body: Code[]): Code {
  return [0x03, 0x40, ...body.flat(), ...condition, 0x0d, 0, 0x0b];
}

/** Adds a number to a local. */
export function advance(local: number, by: Code): Code {
  return [...i32.add(get(local), by), ...set(local)];
}
