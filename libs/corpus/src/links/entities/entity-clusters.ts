import { longFormsContradict } from './agreeing.ts';
import type { NamedEntity } from './named-entity.ts';

type Cluster = { members: NamedEntity[]; longForms: Set<string> };

/** Groups of entities that are one thing each, and only ever merged where nothing bars it. */
export class EntityClusters {
  readonly #of: Cluster[];
  readonly #apart: (a: NamedEntity, b: NamedEntity) => boolean;

  /** @param apart whether somebody decided that two entities are two things */
  constructor(entities: readonly NamedEntity[], apart: (a: NamedEntity, b: NamedEntity) => boolean) {
    this.#of = entities.map((entity) => ({ members: [entity], longForms: new Set(entity.longForms) }));
    this.#apart = apart;
  }

  /** Merges the groups of two entities, unless what they stand for tells them apart. @returns whether it did so now */
  merge(a: NamedEntity, b: NamedEntity): boolean {
    const [one, two] = [this.#of[a.index], this.#of[b.index]];
    return one !== undefined && two !== undefined && !longFormsContradict(one.longForms, two.longForms)
      ? this.mergeDecided(a, b)
      : false;
  }

  /** Merges them whatever they are called, unless a decision keeps some of their members apart. */
  mergeDecided(a: NamedEntity, b: NamedEntity): boolean {
    const [one, two] = [this.#of[a.index], this.#of[b.index]];
    if (!one || !two || one === two) return false;
    if (one.members.some((x) => two.members.some((y) => this.#apart(x, y)))) return false;
    const [large, small] = one.members.length < two.members.length ? [two, one] : [one, two];
    for (const member of small.members) this.#of[member.index] = large;
    large.members.push(...small.members);
    for (const form of small.longForms) large.longForms.add(form);
    return true;
  }

  /** The groups, each in order, by their first members. */
  groups(): NamedEntity[][] {
    return [...new Set(this.#of)]
      .map(({ members }) => members.toSorted((a, b) => a.index - b.index))
      .toSorted((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  }
}
