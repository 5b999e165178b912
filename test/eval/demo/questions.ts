import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Question } from '@askg/contract';
import { z } from 'zod';

const prefixes = { development: 'dev-', test: 'test-' } as const;
export type Split = keyof typeof prefixes;

const Input = z.object({ id: z.string(), question: z.string() });
export type Input = z.infer<typeof Input>;

/** The questions of a split without what their answers should be: all that may be read while predicting. */
export function inputsOf(folder: string, split: Split): Input[] {
  return ofSplit(parse(folder, z.array(Input)), split);
}

/** The whole questions, opened only after the predictions have been written. */
export function goldOf(folder: string, split: Split): Question[] {
  return ofSplit(parse(folder, z.array(Question)), split);
}

/** A set of other people's questions that knows no splits is taken whole. */
function ofSplit<T extends { id: string }>(questions: readonly T[], split: Split): T[] {
  const isSplit = questions.some(({ id }) => Object.values(prefixes).some((prefix) => id.startsWith(prefix)));
  return questions.filter(({ id }) => !isSplit || id.startsWith(prefixes[split]));
}

function parse<T>(folder: string, shape: z.ZodType<T>): T {
  return shape.parse(JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')));
}
