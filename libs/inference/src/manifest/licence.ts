import { InferenceError } from '../inference-error.ts';
import type { ModelEntry } from './model-entry.ts';

/**
 * Whether a model may be used here.
 * @param noncommercial the operator says that the use earns no money
 * @throws InferenceError `inference/noncommercial`
 */
export function checkLicence(model: ModelEntry, noncommercial: boolean): void {
  if (model.commercial !== false || noncommercial) return;
  const detail = `${model.name} is under ${model.licence}, which forbids every use that earns money.`;
  throw new InferenceError('inference/noncommercial', detail);
}
