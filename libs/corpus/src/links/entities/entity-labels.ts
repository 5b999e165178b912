import { csoTopic, foldPhrase } from '@askg/ddm';
import type { NamedEntity } from './named-entity.ts';

/** All names, the most frequent label first; other labels, as abbreviations are, count less. */
export function labelsOf(members: readonly NamedEntity[]): string[] {
  const counts = new Map<string, number>();
  const add = (label: string, weight: number): void => {
    counts.set(label, (counts.get(label) ?? 0) + weight);
  };
  for (const { entity } of members) {
    add(entity.label, 1);
    for (const other of entity.otherLabels) add(other, 0.01);
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([label]) => label);
}

/** The topic of the Computer Science Ontology with one of these labels. */
export function topicOf(labels: readonly string[]): string | undefined {
  return labels.flatMap((label) => csoTopic(foldPhrase(label)) ?? [])[0];
}
