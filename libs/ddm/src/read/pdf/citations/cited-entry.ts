import type { Line } from '../lines/line.ts';

/** What is needed to cite an entry of the reference list. `id` is the one by which drafts cite it. */
export type CitedEntry = {
  id: string;
  label?: string;
  /** Family names as printed, the first author's first. */
  families: string[];
  /** With the letter that tells works of one year apart. */
  year?: string;
  first: Line;
};
