import type { Resource } from '../triple-graph.ts';
import { askg } from '../vocabularies.ts';

/** In order of `index`; what has none comes last, by its name. */
export function inOrder(resources: readonly Resource[]): Resource[] {
  const place = (resource: Resource): number => resource.number(...askg('index')) ?? Infinity;
  return resources.toSorted((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : x - y;
  });
}
