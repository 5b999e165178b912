import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const goldFolder = join(import.meta.dirname, '..', 'gold', 'abstention');

/** A question of a data set, asked of one paper of that set; texts stay where the data sets are. */
export const Pair = z.object({
  id: z.string(),
  set: z.string(),
  /** Ids within the data set. */
  question: z.string(),
  paper: z.string(),
  /** Whether the question was made for this paper, or the paper is only similar to that one. */
  asked: z.enum(['own', 'similar']),
  split: z.enum(['development', 'test']),
});
export type Pair = z.infer<typeof Pair>;

/** What a reading of the paper's text found. */
export const Check = z.object({ id: z.string(), answers: z.boolean(), why: z.string() });
export type Check = z.infer<typeof Check>;

export function readPairs(): Pair[] {
  return readLines('pairs.jsonl').map((line) => Pair.parse(line));
}

/** Whether the paper of each pair answers: as the pair was made, but for those that a reading decided. */
export function readLabels(pairs: readonly Pair[]): Map<string, boolean> {
  const checks = new Map(
    readLines('checked.jsonl')
      .map((line) => Check.parse(line))
      .map((check) => [check.id, check]),
  );
  return new Map(pairs.map(({ id, asked }) => [id, checks.get(id)?.answers ?? asked === 'own']));
}

function readLines(name: string): unknown[] {
  const lines = readFileSync(join(goldFolder, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
