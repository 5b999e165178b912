/** Numbers from 0 up to but not including 1, the same for the same seed (the generator mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Up to `size` different numbers below `count`, rising, each set of them as likely as another (Knuth's selection sampling). */
export function sampleOf(count: number, size: number, random: () => number): Uint32Array {
  const wanted = Math.min(count, size);
  const chosen = new Uint32Array(wanted);
  let found = 0;
  for (let i = 0; found < wanted; i++) {
    if (random() * (count - i) < wanted - found) chosen[found++] = i;
  }
  return chosen;
}
