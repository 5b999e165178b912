/** How what was asked comes out. `maybe` is for questions only: claims were learnt as true or false. */
export type Reading = 'yes' | 'no' | 'maybe';

/** A reading and how probable it is, 0 to 1. */
export type Stance = {
  reading: Reading;
  probability: number;
  /** Whether readings that probable are right often enough to be told. */
  isSure: boolean;
};

/** A logistic regression over the features of `stanceFeatures`. */
export type StanceModel = {
  /** One weight a feature, in their order. */
  readings: Partial<Record<Reading, { weights: readonly number[]; bias: number }>>;
  /** From this probability on 85 (of claims 88) in 100 readings were right in cross-validation; absent where none is that good. */
  sureFrom?: number;
};
