import type { Lexicon } from '../linking/lexicon.ts';

/** The names of the classes and properties of a graph, as its vocabulary labels them, in alphabetical order. */
export function vocabularyWords({ vocabulary: { uses, classes, properties } }: Lexicon): string[] {
  const labels = uses.flatMap(({ property, from, to }) => [
    properties.get(property)?.label,
    classes.get(from)?.label,
    to === undefined ? undefined : classes.get(to)?.label,
  ]);
  const words = labels.flatMap((label) => (label === undefined ? [] : [label.toLowerCase()]));
  return [...new Set(words)].toSorted();
}
