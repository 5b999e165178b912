import type { EntityType } from '@askg/contract';

/**
 * A stretch of a sentence that names something; `from` and `to` count its words (see `sentenceWords`). `isTold` where its own
 * words or those beside it say the type.
 */
export type Candidate = { from: number; to: number; name: string; type: EntityType; isTold: boolean; score: number };
