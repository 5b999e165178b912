import type { LabelIndex } from './label-index.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * The lexicon for a graph as it is: where it is known of all nodes of a class which thing across papers they are, things of
 * the class are told apart by that. While the links of new papers are still missing, names have to do.
 */
export function resolvedIn(lexicon: Lexicon, labels: LabelIndex): Lexicon {
  const namings = [...lexicon.namings].map(([cls, naming]) => {
    const isResolved = naming.canonical !== undefined && labels.isResolved(cls);
    return [cls, isResolved ? { ...naming, isResolved } : naming] as const;
  });
  return { ...lexicon, namings: new Map(namings) };
}
