import { DdmError } from '../ddm-error.ts';
import { type BoxTuple, boxesOf } from './box-literal.ts';
import { parseCanonical } from './n-quads.ts';
import { ddm } from './terms.ts';
import type { Box } from '@askg/contract';

/** The statements about one node of a graph. */
export class GraphNode {
  readonly iri: string;
  readonly #values = new Map<string, string[]>();

  constructor(iri: string) {
    this.iri = iri;
  }

  add(predicate: string, object: string): void {
    const values = this.#values.get(predicate);
    if (values) values.push(object);
    else this.#values.set(predicate, [object]);
  }

  all(predicate: string): readonly string[] {
    return this.#values.get(predicate) ?? [];
  }

  get(predicate: string): string | undefined {
    return this.#values.get(predicate)?.[0];
  }

  /** @throws {DdmError} `ddm/malformed-graph` where there is no value */
  require(predicate: string): string {
    const value = this.get(predicate);
    if (value === undefined) throw new DdmError('ddm/malformed-graph', `<${this.iri}> has no <${predicate}>.`);
    return value;
  }

  number(predicate: string): number {
    return Number(this.require(predicate));
  }

  boxes(): Box[] {
    const json = this.get(ddm.boxes);
    return json === undefined ? [] : boxesOf(JSON.parse(json) as BoxTuple[]);
  }

  /** The given fields that have a value, under their names: absent stays absent. */
  texts<Name extends string>(fields: Record<Name, string>): Partial<Record<Name, string>> {
    const found: Partial<Record<Name, string>> = {};
    for (const name in fields) {
      const value = this.get(fields[name]);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }

  numbers<Name extends string>(fields: Record<Name, string>): Partial<Record<Name, number>> {
    const found: Partial<Record<Name, number>> = {};
    for (const name in fields) {
      const value = this.get(fields[name]);
      if (value !== undefined) found[name] = Number(value);
    }
    return found;
  }
}

/** All nodes of a graph by IRI. */
export class GraphNodes {
  readonly #nodes = new Map<string, GraphNode>();

  /** @param nquads canonical N-Quads of one graph */
  constructor(nquads: string) {
    let node = new GraphNode('');
    for (const { subject, predicate, object } of parseCanonical(nquads)) {
      if (subject !== node.iri) {
        node = this.#nodes.get(subject) ?? new GraphNode(subject);
        this.#nodes.set(subject, node);
      }
      node.add(predicate, object);
    }
  }

  [Symbol.iterator](): IterableIterator<GraphNode> {
    return this.#nodes.values();
  }

  /** @throws {DdmError} `ddm/malformed-graph` where nothing is said of the node */
  node(iri: string): GraphNode {
    const node = this.#nodes.get(iri);
    if (!node) throw new DdmError('ddm/malformed-graph', `Nothing is said about <${iri}>.`);
    return node;
  }

  /** The parts that a node names with a property, in the order of the numbers at the end of their IRIs. */
  parts(whole: GraphNode, property: string): GraphNode[] {
    return whole
      .all(property)
      .toSorted((a, b) => ordinal(a) - ordinal(b))
      .map((iri) => this.node(iri));
  }
}

/** The number at the end of a unit's IRI; 0 where there is none. */
export function ordinal(iri: string): number {
  return Number(/\d*$/.exec(iri)?.[0] ?? 0);
}
