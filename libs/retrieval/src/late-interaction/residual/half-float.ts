/** The bits of the 16-bit float that is nearest to a number, of two as near the even one (IEEE 754). */
export function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  if (size < 2 ** -25) return sign;
  const steps = roundToEven(size / 2 ** (exponent - 10));
  // A number below 2^-14 has no leading one, and one that rounds up to the next power carries into the exponent.
  return sign | (steps + (exponent + 14) * 1024);
}

export function fromHalfBits(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Infinity
          : Number.NaN
        : (1024 + fraction) * 2 ** (exponent - 25);
  return (bits & 0x8000) === 0 ? size : -size;
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
