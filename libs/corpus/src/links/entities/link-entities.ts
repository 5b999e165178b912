import type { Decision } from '../decisions/decision.ts';
import { inOrder, type LinkablePaper } from '../linkable-paper.ts';
import { canBeSame } from './agreeing.ts';
import { EntityClusters } from './entity-clusters.ts';
import { decidedEntities } from './decided-entities.ts';
import { type NamedEntity, namedEntities } from './named-entity.ts';

/** Two entities that were taken for one thing, and why: `label: …`, `abbreviation: …`, `decision: …`. */
export type EntityMatch = { a: NamedEntity; b: NamedEntity; evidence: string };
/** The entities of several papers that are one thing, in order, and the matches that hold them together: one fewer. */
export type EntityCluster = { members: NamedEntity[]; matches: EntityMatch[] };

/**
 * Which entities of different papers are the same thing. What was decided by hand comes first, the last decision before
 * earlier ones; then equal labels; then a label that is another name elsewhere, as an abbreviation is. Entities are kept
 * apart whose types have nothing in common, and those whose abbreviations stand for different things. A pure function of
 * papers and decisions, whatever the order of the papers. Things that one paper names alone are left out.
 */
export function linkEntities(papers: readonly LinkablePaper[], decisions: readonly Decision[]): EntityCluster[] {
  const entities = namedEntities(inOrder(papers));
  const { together, apart } = decidedEntities(decisions, entities);
  const clusters = new EntityClusters(entities, apart);
  const matches: EntityMatch[] = [];
  for (const { a, b, decision } of together) {
    if (clusters.mergeDecided(a, b)) matches.push({ a, b, evidence: `decision: ${decision}` });
  }
  const merge = (named: readonly NamedEntity[], evidence: (a: NamedEntity) => string): void => {
    for (const [i, b] of named.entries()) {
      // Not only with the one before: that may be another thing of this name.
      const a = named.slice(0, i).find((other) => canBeSame(other, b) && clusters.merge(other, b));
      if (a) matches.push({ a, b, evidence: evidence(a) });
    }
  };
  for (const [, named] of byName(entities, ({ names }) => names.slice(0, 1))) {
    merge(named, ({ entity }) => `label: ${entity.label}`);
  }
  for (const [name, named] of byName(entities, ({ names }) => names)) merge(named, () => `abbreviation: ${name}`);
  return clusters
    .groups()
    .filter((members) => new Set(members.map(({ key }) => key)).size > 1)
    .map((members) => ({ members, matches: matches.filter(({ a }) => members.includes(a)) }));
}

/** Entities by name, in the order of names; those of one name in their own order. */
function byName(
  entities: readonly NamedEntity[],
  namesOf: (entity: NamedEntity) => readonly string[],
): [string, NamedEntity[]][] {
  const named = new Map<string, NamedEntity[]>();
  for (const entity of entities) {
    for (const name of namesOf(entity)) named.set(name, [...(named.get(name) ?? []), entity]);
  }
  return [...named].filter(([, list]) => list.length > 1).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
