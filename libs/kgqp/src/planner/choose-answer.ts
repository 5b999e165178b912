import type { FactAnswer } from '../facts.ts';

/**
 * The planner's answer stands unless the model's is better supported: it is valid, and gives something where the planner
 * gave nothing or was not sure what was asked.
 */
export function chooseAnswer(planned: FactAnswer | undefined, written: FactAnswer | undefined): FactAnswer | undefined {
  if (written === undefined || written.rows.length === 0) return planned ?? written;
  if (planned === undefined || isUncertain(planned)) {
    return planned !== undefined && planned.rows.length > 0 && written.confidence <= planned.confidence
      ? planned
      : written;
  }
  return planned;
}

/** Whether the planner's answer may give way to another. */
export function isUncertain({ confidence, rows }: FactAnswer): boolean {
  return confidence < 0.5 || (rows.length === 0 && confidence < 0.75);
}
