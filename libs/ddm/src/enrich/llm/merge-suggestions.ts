import type { EntityType } from '@askg/contract';
import type { DropReason, SuggestedEntity, SuggestedRelation, Suggestions } from './suggestions.ts';

/**
 * The suggestions of all batches of a paper as one. A label is one entity, whatever type a batch gave it: the type given
 * most often stands, of equals the first.
 */
export function mergeSuggestions(parts: readonly Suggestions[]): Suggestions {
  const byLabel = Map.groupBy(
    parts.flatMap(({ entities }) => entities),
    ({ label }) => label,
  );
  const entities = [...byLabel].map(([label, same]): SuggestedEntity => ({
    label,
    type: mostFrequentType(same),
    sentences: [...new Set(same.flatMap(({ sentences }) => sentences))],
  }));
  const relations = new Map<string, SuggestedRelation>();
  for (const relation of parts.flatMap((part) => part.relations)) {
    const { kind, from, to, sentence } = relation;
    relations.set(JSON.stringify([kind, from, to, sentence]), relation);
  }
  const dropped: Suggestions['dropped'] = {};
  for (const [reason, number] of parts.flatMap((part) => Object.entries(part.dropped) as [DropReason, number][])) {
    dropped[reason] = (dropped[reason] ?? 0) + number;
  }
  return { entities, relations: [...relations.values()], dropped };
}

function mostFrequentType(same: readonly SuggestedEntity[]): EntityType {
  const counts = new Map<EntityType, number>();
  for (const { type } of same) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [[type] = ['other' as const]] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return type;
}
