import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Input = z.object({ id: z.string(), of: z.enum(['demo', 'generic']), question: z.string() });
export type Input = z.infer<typeof Input>;

export const GoldPart = z.object({
  question: z.string(),
  values: z.array(z.string()).exactOptional(),
  says: z.string().exactOptional(),
});
export type GoldPart = z.infer<typeof GoldPart>;

const Gold = Input.extend({ parts: z.array(GoldPart).min(1) });
export type Gold = z.infer<typeof Gold>;

/** The questions of a half without their parts: all that may be read while predicting. */
export function inputsOf(folder: string, split: string): Input[] {
  return lines(folder, split).map((line) => Input.parse(JSON.parse(line)));
}

/** The whole questions, opened only after the predictions have been written. */
export function goldOf(folder: string, split: string): Gold[] {
  return lines(folder, split).map((line) => Gold.parse(JSON.parse(line)));
}

function lines(folder: string, split: string): string[] {
  return readFileSync(join(folder, `${split}.jsonl`), 'utf8')
    .trim()
    .split('\n');
}
