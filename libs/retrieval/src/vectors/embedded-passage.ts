import type { Passage } from '../passages/passage.ts';

/** A passage with its vector. */
export type EmbeddedPassage = { passage: Passage; vector: Float32Array };
