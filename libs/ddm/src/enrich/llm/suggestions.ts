import type { EntityType } from '@askg/contract';

/** What a sentence may state of two things: a closed set, so that relations of many papers can be asked together. */
export const relationKinds = ['uses', 'evaluates-on', 'extends', 'compares-with', 'part-of'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** `sentences` are the ids of the sentences that hold the label, in reading order as far as the model names them. */
export type SuggestedEntity = { label: string; type: EntityType; sentences: string[] };

/** `from` and `to` are labels; `sentence` is the id of a sentence that holds both. */
export type SuggestedRelation = { kind: RelationKind; from: string; to: string; sentence: string };

/** Why parts of a reply were left out. */
export type DropReason =
  'malformed' | 'unknown-sentence' | 'unknown-type' | 'unknown-relation' | 'unknown-entity' | 'not-in-sentence';

export type Suggestions = {
  entities: SuggestedEntity[];
  relations: SuggestedRelation[];
  /** Number of suggestions that were left out. */
  dropped: Partial<Record<DropReason, number>>;
};
