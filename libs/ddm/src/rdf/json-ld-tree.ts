import type { Quad } from 'n3';
import { toJsonLd } from './json-ld.ts';
import { parseQuads } from './parse-quads.ts';

type Node = { id: string; [key: string]: unknown };
type Context = Record<string, unknown>;

/** Where a node is told: in the value `id` of a property of the node above it. */
type Place = { parent: string; key: string };

/**
 * The triples of quads as JSON-LD that reads like a tree: every node stands, in full, where the nearest node above it refers
 * to it, above being what its IRI continues (a section holds its paragraphs, a paragraph its sentences); where none does,
 * at the first node beside it that does (a contribution holds the organisation). All other references are IRIs. Siblings are in the order of their `index`. Names of graphs are left out.
 * @param quads RDF/JS quads, or N-Quads
 * @param first IRI of the node that comes first where several are below no other
 * @throws {DdmError} `ddm/malformed-rdf` for N-Quads that do not parse
 */
export function serialiseTree(quads: Iterable<Quad> | string, first?: string): string {
  const parsed = typeof quads === 'string' ? parseQuads(quads, 'application/n-quads') : quads;
  const { '@context': context, '@graph': graph } = toJsonLd(parsed) as { '@context': Context; '@graph': Node[] };
  const roots = new Tree(context, graph).roots(first);
  const [only] = roots;
  const document = roots.length === 1 ? { '@context': context, ...only } : { '@context': context, '@graph': roots };
  return `${JSON.stringify(document, null, 2)}\n`;
}

class Tree {
  readonly #nodes: ReadonlyMap<string, Node>;
  /** Keys whose values are IRIs. */
  readonly #links: ReadonlySet<string>;
  readonly #places = new Map<string, Place>();

  constructor(context: Context, graph: readonly Node[]) {
    this.#nodes = new Map(graph.map((node) => [node.id, node]));
    this.#links = new Set(Object.keys(context).filter((key) => isLink(context[key])));
    for (const node of graph) this.#placeBelow(node);
    for (const node of graph) this.#placeBeside(node);
  }

  /** The nodes that are below no other, with all that is below them. */
  roots(first: string | undefined): Node[] {
    const roots = [...this.#nodes.values()].filter(({ id }) => !this.#places.has(id));
    return roots
      .toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
      .map((node) => this.#withChildren(node));
  }

  #placeBelow(node: Node): void {
    for (const { key, id } of this.#references(node)) {
      if (!id.startsWith(`${node.id}/`)) continue;
      const known = this.#places.get(id);
      if (known === undefined || known.parent.length < node.id.length) this.#places.set(id, { parent: node.id, key });
    }
  }

  #placeBeside(node: Node): void {
    for (const { key, id } of this.#references(node)) {
      const above = parentOf(id);
      const isBeside = above === parentOf(node.id) && this.#nodes.has(above);
      if (isBeside && !this.#places.has(id) && !this.#isWithin(node.id, id)) {
        this.#places.set(id, { parent: node.id, key });
      }
    }
  }

  #isWithin(id: string, ancestor: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = this.#places.get(at)?.parent) {
      if (at === ancestor) return true;
    }
    return false;
  }

  #references(node: Node): { key: string; id: string }[] {
    return Object.keys(node)
      .filter((key) => this.#links.has(key))
      .flatMap((key) => valuesOf(node[key]).map((id) => ({ key, id })))
      .filter((reference): reference is { key: string; id: string } => this.#nodes.has(String(reference.id)));
  }

  #withChildren(node: Node): Node {
    const entries = Object.entries(node).map(([key, value]) => [key, this.#expanded(node.id, key, value)] as const);
    return { ...Object.fromEntries(entries), id: node.id };
  }

  #expanded(parent: string, key: string, value: unknown): unknown {
    if (!this.#links.has(key)) return value;
    const values = valuesOf(value).map((each) => {
      const place = typeof each === 'string' ? this.#places.get(each) : undefined;
      const child = place?.parent === parent && place.key === key ? this.#nodes.get(String(each)) : undefined;
      return child === undefined ? each : this.#withChildren(child);
    });
    return Array.isArray(value) ? values.toSorted((a, b) => indexOf(a) - indexOf(b)) : values[0];
  }
}

function isLink(definition: unknown): boolean {
  return (
    typeof definition === 'object' && definition !== null && '@type' in definition && definition['@type'] === '@id'
  );
}

function parentOf(iri: string): string {
  return iri.slice(0, iri.lastIndexOf('/'));
}

function valuesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The place of a node among its siblings; what has none comes behind, in the order that it had. */
function indexOf(value: unknown): number {
  const index = typeof value === 'object' && value !== null && 'index' in value ? value.index : undefined;
  return typeof index === 'number' ? index : Number.MAX_SAFE_INTEGER;
}
