import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a cell must hold: any one of these words, in its text or its quotes; or nothing, as the paper does not say it. */
export type GoldCell = { paper: string; aspect: string; says?: string[]; silent?: true };

/** A question, and the table it must become, if any. Papers are given by the beginning of their title. */
export type GoldComparison = {
  id: string;
  question: string;
  table: boolean;
  papers?: string[];
  /** Papers that may be in the table as well. */
  mayAlso?: string[];
  /** Names in the singular; none where the question says none. */
  aspects?: string[];
  cells?: GoldCell[];
};

/** What is read while predicting: the questions without what is expected. */
export type ComparisonInput = Pick<GoldComparison, 'id' | 'question'>;

export function comparisonsOf(folder: string, split: string): GoldComparison[] {
  const text = readFileSync(join(folder, `${split}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldComparison);
}
