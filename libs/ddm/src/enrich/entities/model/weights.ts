/** Weights of the tagger: for each feature one a label, and one for each pair of labels in a row (see `chain.ts`). */
export type Weights = { features: ReadonlyMap<string, Float32Array>; transitions: Float32Array };
