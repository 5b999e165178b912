import { resourceKind } from '@askg/graph';
import type { Schema, SchemaEdge } from './schema.ts';

/** One step of a path; `forward`: from the subject of the property to its object. */
export type Hop = { property: string; from: string; to: string; forward: boolean; cost: number };
export type SchemaPath = { hops: readonly Hop[]; cost: number };

const longest = 4;
const mostPaths = 40;
const mostExpanded = 6_000;

/** Ways from one class to another over the edges of a schema, at most four steps long, shortest first. */
export class SchemaPaths {
  readonly #from = new Map<string, Hop[]>();
  readonly #known = new Map<string, readonly SchemaPath[]>();

  constructor({ edges }: Schema) {
    for (const edge of edges) {
      push(this.#from, edge.from, hopOf(edge, true));
      push(this.#from, edge.to, hopOf(edge, false));
    }
  }

  hopsFrom(cls: string): readonly Hop[] {
    return this.#from.get(cls) ?? [];
  }

  between(from: string, to: string): readonly SchemaPath[] {
    const key = `${from} ${to}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#search(from, to);
    this.#known.set(key, found);
    return found;
  }

  #search(from: string, to: string): SchemaPath[] {
    const found: SchemaPath[] = [];
    let paths: SchemaPath[] = [{ hops: [], cost: 0 }];
    let expanded = 0;
    for (let length = 1; length <= longest && found.length < mostPaths; length += 1) {
      const next: SchemaPath[] = [];
      for (const { hops, cost } of paths) {
        const at = hops.at(-1)?.to ?? from;
        const visited = new Set([from, ...hops.map((hop) => hop.to)]);
        for (const hop of this.hopsFrom(at)) {
          if ((expanded += 1) > mostExpanded) break;
          const isBack = hops.at(-1)?.property === hop.property && hops.at(-1)?.forward !== hop.forward;
          const path = { hops: [...hops, hop], cost: cost + hop.cost };
          if (hop.to === to && (!isBack || length === 2)) found.push(isBack ? { ...path, cost: path.cost + 1 } : path);
          if (!isBack && !visited.has(hop.to) && hop.to !== to && hop.to !== resourceKind) next.push(path);
        }
      }
      paths = next.toSorted((a, b) => a.cost - b.cost).slice(0, 400);
    }
    return found.toSorted((a, b) => a.cost - b.cost).slice(0, mostPaths);
  }
}

/** A step costs more where it leads to many: the wide ones are seldom meant unsaid. */
function hopOf({ from, to, property, fan, backFan }: SchemaEdge, forward: boolean): Hop {
  const width = Math.log10(Math.max(1, forward ? fan : backFan));
  const cost = 0.5 + 0.05 * Math.min(3, width) + (forward ? 0 : 0.02);
  return forward ? { property, from, to, forward, cost } : { property, from: to, to: from, forward, cost };
}

function push(map: Map<string, Hop[]>, key: string, hop: Hop): void {
  map.set(key, [...(map.get(key) ?? []), hop]);
}
