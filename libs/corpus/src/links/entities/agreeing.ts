import type { EntityType } from '@askg/contract';
import type { NamedEntity } from './named-entity.ts';

/**
 * Types of one thing in several papers: the solution of one is the method of the next, and a tool or resource there. Problems,
 * measures and languages are no such things.
 */
const kin: readonly ReadonlySet<EntityType>[] = [
  new Set<EntityType>(['solution', 'method', 'tool', 'other']),
  new Set<EntityType>(['solution', 'dataset', 'resource', 'other']),
  new Set<EntityType>(['research-problem', 'method', 'other']),
  new Set<EntityType>(['metric', 'other']),
  new Set<EntityType>(['language', 'other']),
];

/** Whether two entities that share a name can be the same thing. */
export function canBeSame(a: NamedEntity, b: NamedEntity): boolean {
  const [one, two] = [a.entity.type, b.entity.type];
  const bothTell = isTelling(a) && isTelling(b);
  return one === two || (bothTell && kin.some((types) => types.has(one) && types.has(two)));
}

/** Whether what their abbreviations stand for tells two groups of entities apart. */
export function longFormsContradict(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
  return one.size > 0 && two.size > 0 && ![...one].some((form) => two.has(form));
}

/** Names of one plain word mean this here and that there. */
function isTelling({ entity: { label } }: NamedEntity): boolean {
  return label.includes(' ') || /.[\p{Lu}\p{N}]/u.test(label);
}
