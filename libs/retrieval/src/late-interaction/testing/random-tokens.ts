import type { TokenVectors } from '@askg/inference';
import { seededRandom } from '../residual/sample.ts';

/** Token vectors of unit length, near one of `topics` directions each; the same for the same seed. */
export function randomTokens(seed: number, dimensions: number, topics = 12): (count: number) => TokenVectors {
  const random = seededRandom(seed);
  const direction = (): number[] => Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
  const centres = Array.from({ length: topics }, direction);
  return (count) => {
    const rows = Array.from({ length: count }, () => {
      const centre = centres[Math.floor(random() * topics)] ?? [];
      const row = direction().map((x, k) => 0.4 * x + (centre[k] ?? 0));
      const norm = Math.hypot(...row);
      return row.map((x) => x / norm);
    });
    return { count, dimensions, data: Float32Array.from(rows.flat()) };
  };
}
