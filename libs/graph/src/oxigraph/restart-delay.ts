const first = 100;
const longest = 30_000;

/**
 * Milliseconds to wait before an engine is started again: at once after a single crash, then doubling, so that an
 * engine that cannot start does not take the processor for itself.
 * @param failures ends that were not asked for since the engine last answered something, at least 1
 */
export function restartDelay(failures: number): number {
  return failures <= 1 ? 0 : Math.min(longest, first * 2 ** (failures - 2));
}
