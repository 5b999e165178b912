import { comparison } from '../compare/comparison.ts';
import { severalParts } from '../parts/several-parts.ts';
import type { KindOfRun } from './kind-of-run.ts';
import { oneQuestion } from './one-question.ts';
import type { RunContext } from './run-context.ts';

/** The first kind of run that fits a question; each looks for itself whether it does. */
export async function chooseKind(context: RunContext, text: string): Promise<KindOfRun> {
  return (await comparison(context, text)) ?? (await severalParts(context, text)) ?? oneQuestion;
}
