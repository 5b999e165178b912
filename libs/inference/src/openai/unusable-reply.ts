import { InferenceError } from '../inference-error.ts';

export function unusableReply(detail: string): InferenceError {
  return new InferenceError('inference/unusable-reply', `The reply cannot be used: ${detail}`);
}
