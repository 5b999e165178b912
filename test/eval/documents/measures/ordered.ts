/** Length of the longest chain of values that never falls: how many stand in order. */
export function longestRise(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex((end) => end > value);
    if (at < 0) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}

/** How often a value is smaller than the one before it. */
export function inversions(values: readonly number[]): number {
  return values.filter((value, i) => i > 0 && value < (values[i - 1] ?? 0)).length;
}

/**
 * Positions in `right` of the items of `left` on a longest common subsequence, -1 for items that are not on it.
 * Time and memory grow with the product of the lengths.
 */
export function commonSubsequence<T>(left: readonly T[], right: readonly T[]): number[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const skip = Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
      lengths[at] = left[i] === right[j] ? (lengths[at + width + 1] ?? 0) + 1 : skip;
    }
  }
  const matches: number[] = left.map(() => -1);
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) matches[i++] = j++;
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return matches;
}
