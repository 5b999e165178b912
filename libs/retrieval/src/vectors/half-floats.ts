/** Bits of the nearest 16-bit float of a number between -65504 and 65504; ties go to the even one (IEEE 754 binary16). */
export function toHalf(value: number): number {
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const fraction = bits & 0x7fffff;
  if (exponent <= 0) {
    // Too small for an exponent of its own: steps of 2^-24.
    const steps = Math.abs(value) * 2 ** 24;
    const floor = Math.floor(steps);
    const up = steps - floor > 0.5 || (steps - floor === 0.5 && floor % 2 === 1);
    return sign | (floor + Number(up));
  }
  const kept = fraction >>> 13;
  const rest = fraction & 0x1fff;
  const up = rest > 0x1000 || (rest === 0x1000 && kept % 2 === 1);
  return sign | Math.min(0x7c00, (exponent << 10) + kept + Number(up));
}

/** The number that the bits of a finite 16-bit float stand for. */
export function fromHalf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

const word = new DataView(new ArrayBuffer(4));
