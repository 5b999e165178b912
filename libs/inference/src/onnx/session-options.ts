import type { InferenceSession } from 'onnxruntime-node';

/**
 * How all graphs run. One text on one core is as fast as a batch on it, and two texts on two cores faster than either on both;
 * a long prompt alone is faster on several.
 */
export function sessionOptions(cores = 1): InferenceSession.SessionOptions {
  return {
    intraOpNumThreads: cores,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  };
}
