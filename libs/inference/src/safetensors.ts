import { z } from 'zod';

const Described = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

/** A tensor of 32-bit floats, row after row. */
export type FloatTensor = { shape: readonly number[]; data: Float32Array };

/**
 * Reads one tensor of floats (32 bits, 16 bits, bfloat16) from a safetensors file: the length of a JSON header in 8 bytes, the
 * header, the numbers, all little-endian. Throws when the file is not of that form or holds no such tensor.
 */
export function readTensor(file: Buffer, name: string): FloatTensor {
  if (file.length < 8) throw new Error('The file is too short for safetensors.');
  const start = 8 + Number(file.readBigUInt64LE(0));
  if (start > file.length) throw new Error('The header of the safetensors file is cut off.');
  const header = JSON.parse(file.toString('utf8', 8, start)) as Record<string, unknown>;
  const described = Described.safeParse(header[name]);
  if (!described.success) throw new Error(`The safetensors file holds no tensor ${name}.`);
  const { dtype, shape, data_offsets: place } = described.data;
  const count = shape.reduce((product, size) => product * size, 1);
  const bytes = file.subarray(start + place[0], start + place[1]);
  const format = formats[dtype];
  if (format === undefined || bytes.length !== format.bytes * count) {
    throw new Error(`${name} is ${bytes.length} bytes of ${dtype}, not ${count} floats.`);
  }
  return { shape, data: Float32Array.from({ length: count }, (_, i) => format.read(bytes, format.bytes * i)) };
}

const formats: Partial<Record<string, { bytes: number; read: (bytes: Buffer, at: number) => number }>> = {
  F32: { bytes: 4, read: (bytes, at) => bytes.readFloatLE(at) },
  F16: { bytes: 2, read: (bytes, at) => halfFloat(bytes.readUInt16LE(at)) },
  BF16: { bytes: 2, read: (bytes, at) => upperHalf(bytes.readUInt16LE(at)) },
};

/** The number that 16 bits of IEEE 754 binary16 stand for. */
function halfFloat(bits: number): number {
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return exponent === 0x1f ? Number.NaN : (bits & 0x8000) === 0 ? size : -size;
}

const word = new DataView(new ArrayBuffer(4));

/** The number whose upper 16 bits as a 32-bit float these are. */
function upperHalf(bits: number): number {
  word.setUint16(0, bits);
  return word.getFloat32(0);
}
