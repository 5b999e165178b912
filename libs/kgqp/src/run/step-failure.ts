import { CodedError, type Degraded } from '@askg/contract';
import { RunCancelled, StepLate } from './race.ts';

/** What a step that failed wanted, and what stands in for it. */
export type StepNames = { step: string; wanted: string; used: string };

/** Why a step gave nothing: it was late, or it could not do its work. */
export type StepFailure = 'late' | 'broken';

export function failureOf(error: unknown): StepFailure {
  return error instanceof StepLate ? 'late' : 'broken';
}

/** Lets the failure of a step pass. @throws what ended the run, and faults of ours, which are no failure of a step */
export function passFailure(error: unknown): void {
  if (error instanceof RunCancelled || error instanceof TypeError || error instanceof RangeError) throw error;
}

/** Turns the failure of a step into what the answer says of it. @throws as `passFailure` */
export function degradedBy(error: unknown, names: StepNames): Degraded {
  passFailure(error);
  const reason = error instanceof Error ? error.message : String(error);
  return { ...names, reason: error instanceof CodedError ? `${error.title}: ${reason} (${error.code})` : reason };
}
