import { type DerivedGraph, derivedGraphs } from './canonical.ts';

/** What a path below `/id/` stands for. `rest` is what follows the base in the IRI of the resource. */
export type ResourceAddress =
  | { kind: 'paper'; key: string; id?: string; rest: string }
  | { kind: 'graph'; key: string; rest: string }
  /** What a language model suggested about a paper. */
  | { kind: 'enriched'; key: string; rest: string }
  /** What became of a paper, and of the works that it cites, after they came out. */
  | { kind: 'status'; key: string; rest: string }
  | { kind: 'derived'; graph: DerivedGraph; rest: string }
  | { kind: 'canonical'; graph: DerivedGraph; rest: string }
  | { kind: 'source'; digest: string; rest: string };

const personId = /^(?:(?:\d{4}-){3}\d{3}[\dX]|[a-z0-9._~-]+\/person[1-9]\d*)$/;
const entityId = /^[a-z0-9._~-]+\/ent[1-9]\d*$/;
const unitId = /^[a-z]+[0-9]*(\/[a-z]+[0-9]+)*$/;

/**
 * Reads the path below `/id/`, still percent-encoded. Segments are decoded one by one, so that an encoded slash stays
 * inside its segment; whatever is not the address of a resource, dot segments included, is none.
 */
export function readAddress(path: string): ResourceAddress | undefined {
  const [type, key, ...units] = path.split('/').map((segment) => decodeURIComponent(segment));
  if (type === undefined || key === undefined || key === '' || /^\.+$/.test(key)) return undefined;
  const rest = [type, key, ...units].join('/');
  if (type === 'paper') {
    if (units.length === 0) return { kind: 'paper', key, rest };
    const id = units.join('/');
    return unitId.test(id) ? { kind: 'paper', key, id, rest } : undefined;
  }
  const id = [key, ...units].join('/');
  if (type === 'person') return personId.test(id) ? { kind: 'canonical', graph: 'people', rest } : undefined;
  if (type === 'entity') return entityId.test(id) ? { kind: 'canonical', graph: 'entities', rest } : undefined;
  const [paper, ...more] = units;
  if (type === 'graph' && (key === 'enriched' || key === 'status') && paper !== undefined && more.length === 0) {
    return paper === '' ? undefined : { kind: key, key: paper, rest };
  }
  if (units.length > 0) return undefined;
  if (type === 'graph') return isDerived(key) ? { kind: 'derived', graph: key, rest } : { kind: 'graph', key, rest };
  return type === 'source' && /^[0-9a-f]{64}$/.test(key) ? { kind: 'source', digest: key, rest } : undefined;
}

function isDerived(key: string): key is DerivedGraph {
  return Object.hasOwn(derivedGraphs, key);
}
