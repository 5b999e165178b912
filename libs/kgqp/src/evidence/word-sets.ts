export function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}

export function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((words) => [...words]));
}

/** Jaccard index: what two sets share over what either has, 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
