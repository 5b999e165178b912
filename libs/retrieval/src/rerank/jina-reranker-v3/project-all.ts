import { InferenceError } from '@askg/inference';
import type { BlockVectors } from './merge-blocks.ts';
import type { Projector } from './projector.ts';

/** Projects the states of a block: those of its passages, then that of the query. Errors: `inference/model-failed`. */
export function projectAll(projector: Projector, states: readonly Float32Array[], passages: number): BlockVectors {
  const wrong = states.find(({ length }) => length !== projector.inputs);
  if (states.length !== passages + 1 || wrong !== undefined) {
    const detail = `The model gave ${states.length} states of ${wrong?.length ?? projector.inputs} numbers where ${passages + 1} of ${projector.inputs} were expected.`;
    throw new InferenceError('inference/model-failed', detail);
  }
  const [query, ...vectors] = [...states.slice(-1), ...states.slice(0, -1)].map((state) => projector.project(state));
  return { query: query as Float32Array, passages: vectors };
}
