import type { RunOptions } from '@askg/inference';
import { timeUp } from '../reason-of.ts';

/** How a model is asked for a question that has this much time left. @throws Error when there is none */
export function questionOptions(leftMs: number, signal: AbortSignal | undefined): RunOptions {
  if (leftMs <= 0) throw new Error(timeUp);
  return {
    priority: 'question',
    ...(signal ? { signal } : {}),
    ...(leftMs === Infinity ? {} : { deadlineMs: leftMs }),
  };
}
