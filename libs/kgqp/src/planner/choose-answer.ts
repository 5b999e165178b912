import type { FactAnswer } from '../facts.ts';

/**
 * The planner's answer stands unless the model's is better supported: it is valid, and gives something where the planner
 * gave nothing or was not sure what was asked.
 */
export function chooseAnswer(planned: FactAnswer | undefined, written: FactAnswer | undefined): FactAnswer | undefined {
  if (written === undefined || written.rows.length === 0) return planned ?? written;
  if (planned === undefined) return written;
  const isUnsure = planned.confidence < 0.5 && written.confidence > planned.confidence;
  const isEmpty = planned.rows.length === 0 && planned.confidence < 0.75;
  return isUnsure || isEmpty ? written : planned;
}
