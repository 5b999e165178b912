import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Writes predictions as JSON lines to the file asked for, else below `data/eval`. */
export function writePredictions(task: string, file: string | undefined, predictions: readonly unknown[]): void {
  const target = file ?? join(root, 'data', 'eval', `${task}.jsonl`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, predictions.map((each) => `${JSON.stringify(each)}\n`).join(''));
}
