import { foldPhrase } from '@askg/ddm';
import type { LocalEntity } from '../facts/local-entity.ts';
import type { LinkablePaper } from '../linkable-paper.ts';

/** An entity of a paper with all its names folded; `index` counts all entities of all papers in order. */
export type NamedEntity = {
  index: number;
  key: string;
  entity: LocalEntity;
  /** Its label and its other labels, folded. */
  names: readonly string[];
  /** What its abbreviation stands for in the paper, folded; empty where the paper does not say. */
  longForms: readonly string[];
};

/** @param papers in order */
export function namedEntities(papers: readonly LinkablePaper[]): NamedEntity[] {
  const found: NamedEntity[] = [];
  for (const { key, facts } of papers) {
    for (const entity of facts.entities) {
      const printed = [entity.label, ...entity.otherLabels];
      const names = [...new Set(printed.map(foldPhrase))].filter((name) => name !== '');
      const longForms = names.filter((name) => name.includes(' '));
      found.push({ index: found.length, key, entity, names, longForms });
    }
  }
  return found;
}
