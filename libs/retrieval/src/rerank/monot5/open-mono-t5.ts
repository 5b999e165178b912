import { type ModelStore, type OnnxOptions, openSequenceScorer, type PairCut } from '@askg/inference';
import type { Reranker } from '../reranker.ts';
import { PointwiseReranker, type PointwiseSettings } from './pointwise-reranker.ts';
import { monoT5Template } from './template.ts';

export type MonoT5Options = PointwiseSettings &
  OnnxOptions & {
    store: ModelStore;
    /** Name of a sequence-to-sequence scorer of the store. */
    name: string;
    /**
     * What is left out of a passage that is too long for the model: its end (`document`, when not given), the end of the whole
     * prompt, as the published code of monoT5 has it (`tail`), or nothing: it is read in parts, the best of which counts
     * (`passages`).
     */
    cut?: PairCut;
  };

/**
 * monoT5, InRanker and their kin in other languages, as ONNX in threads of this process. The reranker bears the name of the model.
 * @throws InferenceError `inference/unknown-model`, `wrong-kind`, `model-not-here`, `noncommercial`, `damaged-model`
 */
export async function openMonoT5({ store, name, threads, idleMs, cut, ...settings }: MonoT5Options): Promise<Reranker> {
  const scorer = await openSequenceScorer(store, name, {
    template: monoT5Template,
    ...(cut === undefined ? {} : { cut }),
    ...(threads === undefined ? {} : { threads }),
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  return new PointwiseReranker(scorer, settings);
}
