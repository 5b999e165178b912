import { round } from '../statistics.ts';
import type { Row } from './table-of.ts';

/** From this F1 of headings on a converter gives the structure of a paper, and its speed is one to compare with. */
const structured = 0.7;

/**
 * Seconds a page of each other tool over ours, in one run: how many times faster ours is. On a machine that is shared the
 * processor time is the steadier of the two.
 */
export function compareSpeeds(rows: readonly Row[], ours: string): Row[] {
  const own = rows.find(({ tool }) => tool === ours) ?? {};
  const over = (row: Row, what: string): number => round(Number(row[what]) / Number(own[what]), 2);
  return rows
    .filter(({ tool }) => tool !== ours)
    .map((row) => ({
      tool: row['tool'] ?? '',
      'its seconds over ours': over(row, 'seconds a page'),
      'its processor time over ours': over(row, 'of processor time'),
      bar: Number(row['headings F1']) >= structured ? 4 : 'none: no headings to speak of',
    }));
}
