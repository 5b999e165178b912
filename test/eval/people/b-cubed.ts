/** Precision, recall and their harmonic mean, from 0 to 1. */
export type BCubed = { mentions: number; people: number; precision: number; recall: number; f1: number };

/**
 * B-cubed of a clustering (Bagga and Baldwin 1998): for each mention the share of its predicted cluster that is of its
 * person, and of its person that is in its predicted cluster; the means over all mentions.
 * @param gold person of each mention @param predicted cluster of each mention; those without gold are not counted
 */
export function bCubed(gold: ReadonlyMap<string, string>, predicted: ReadonlyMap<string, string>): BCubed {
  const both = new Map<string, number>();
  const clusters = new Map<string, number>();
  const people = new Map<string, number>();
  const pairs = [...gold].map(([mention, person]) => {
    const cluster = predicted.get(mention) ?? `alone ${mention}`;
    return { person, cluster, pair: JSON.stringify([person, cluster]) };
  });
  for (const { person, cluster, pair } of pairs) {
    count(both, pair);
    count(clusters, cluster);
    count(people, person);
  }
  let precision = 0;
  let recall = 0;
  for (const { person, cluster, pair } of pairs) {
    precision += (both.get(pair) ?? 0) / (clusters.get(cluster) ?? 1);
    recall += (both.get(pair) ?? 0) / (people.get(person) ?? 1);
  }
  const all = Math.max(1, pairs.length);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) / all;
  return { mentions: pairs.length, people: people.size, precision: precision / all, recall: recall / all, f1 };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
