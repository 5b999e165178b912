/** Bits a dimension that the codec knows. */
export type ResidualBits = 1 | 2 | 4;

/** Bits of a number in the order in which the stream has them: the lowest first. */
function reversed(value: number, bits: ResidualBits): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result = (result << 1) | ((value >> bit) & 1);
  return result;
}

/**
 * For each bucket its bits as they stand in a byte. Each bucket is written lowest bit first, and the stream of bits fills each
 * byte from its highest bit: two bits, buckets 0, 1, 2, 3 give 0x27.
 */
export function bucketBits(bits: ResidualBits): Uint8Array {
  return Uint8Array.from({ length: 2 ** bits }, (_, bucket) => reversed(bucket, bits));
}

/** The buckets that each of the 256 bytes stands for, `8 / bits` a byte. */
export function bucketsOfBytes(bits: ResidualBits): Uint8Array {
  const perByte = 8 / bits;
  return Uint8Array.from({ length: 256 * perByte }, (_, i) => {
    const shift = 8 - bits * ((i % perByte) + 1);
    return reversed((Math.floor(i / perByte) >> shift) & (2 ** bits - 1), bits);
  });
}
