import type { Expression } from '@askg/graph';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Naming } from '../linking/relation.ts';
import { foldedName } from './fold-name.ts';
import { type Column, isNodeColumn, type Plan, type PlanValue } from './plan.ts';

/** The names of a plan's variables, told from its classes and properties: `paper`, `paperTitle`, `person2`. */
export class PlanVariables {
  readonly #plan: Plan;
  readonly #lexicon: Lexicon;
  readonly #nodes: string[];

  constructor(plan: Plan, lexicon: Lexicon) {
    this.#plan = plan;
    this.#lexicon = lexicon;
    const used = new Map<string, number>();
    this.#nodes = plan.nodes.map(({ cls }) => {
      const base = camel(lexicon.vocabulary.classes.get(cls)?.label ?? 'thing');
      const count = (used.get(base) ?? 0) + 1;
      used.set(base, count);
      return count === 1 ? base : `${base}${count}`;
    });
  }

  node(index: number): string {
    return this.#nodes[index] ?? 'thing';
  }

  naming(index: number): Naming | undefined {
    return this.#lexicon.namings.get(this.#plan.nodes[index]?.cls ?? '');
  }

  /** Variable of the name of a node; of a twin whose name has one spelling, that of the node whose name it shares. */
  name(index: number): string {
    const twin = this.#plan.nodes[index]?.twinOf;
    if (twin !== undefined && !this.isFolded(index) && !this.isResolved(index)) return this.name(twin);
    return this.property(index, this.naming(index)?.name ?? '');
  }

  /** Whether nodes are told apart by what they are across papers. */
  isResolved(index: number): boolean {
    const naming = this.naming(index);
    return naming?.isLocal === true && naming.isResolved === true && naming.canonical !== undefined;
  }

  /** Variable of what a node is across papers; a twin is the same. */
  canonical(index: number): string {
    const twin = this.#plan.nodes[index]?.twinOf;
    return twin === undefined ? `${this.node(index)}Canonical` : this.canonical(twin);
  }

  /** Variable that two nodes of a local class share when they are one thing. */
  identity(index: number): string {
    return this.isResolved(index) ? this.canonical(index) : this.name(index);
  }

  property(index: number, property: string): string {
    const label = this.#lexicon.vocabulary.properties.get(property)?.label ?? 'name';
    return camel(`${this.node(index)} ${label.replace(/^has /, '')}`);
  }

  value({ node, relation }: PlanValue): string {
    return this.property(node, relation.id);
  }

  /** Whether every node of the class has a name. */
  isAlwaysNamed(index: number): boolean {
    const name = this.naming(index)?.name ?? '';
    const uses = this.#lexicon.relations.get(name) ?? [];
    return uses.some(({ from, always }) => from === this.#plan.nodes[index]?.cls && always);
  }

  /** Whether two nodes with one name count as one thing. */
  isByName(index: number): boolean {
    return this.naming(index)?.isLocal === true;
  }

  /** The variable that tells one thing from another when things are counted. */
  counted(column: Column): string {
    if (!isNodeColumn(column)) return this.value(column);
    const naming = this.naming(column.node);
    const isByName = naming?.isLocal === true && (!naming.isUnit || this.#isCountedAcross(column.node));
    return isByName ? this.identity(column.node) : this.node(column.node);
  }

  /** Works that several papers cite are told apart by their titles, as no entry of a list is in two papers. */
  #isCountedAcross(node: number): boolean {
    const { links, counts } = this.#plan;
    return links.some(({ near, far }) => near === node && counts.some((count) => count.node === far));
  }

  /** What is counted to tell how many there are: spellings of one name are one. */
  countedBy(column: Column): Expression {
    const counted = this.counted(column);
    const isName = isNodeColumn(column) && counted !== this.node(column.node);
    return isName && this.isFolded(column.node) ? foldedName(counted) : { variable: counted };
  }

  /** Whether spellings of one name are one thing. */
  isFolded(node: number): boolean {
    return this.naming(node)?.isFolded === true && !this.isResolved(node);
  }

  /** The variable that is shown. */
  shown(column: Column): string {
    if (!isNodeColumn(column)) return this.#shownValue(column);
    return this.naming(column.node) === undefined ? this.node(column.node) : this.name(column.node);
  }

  /** A concept is shown by its name. */
  #shownValue(value: PlanValue): string {
    const isNamed = (value.relation.concepts ?? []).some((iri) => this.#lexicon.vocabulary.concepts.has(iri));
    return isNamed ? `${this.value(value)}Name` : this.value(value);
  }

  /** The variables that tell one group from another, and show it. */
  key(column: Column): string[] {
    if (!isNodeColumn(column)) return [...new Set([this.value(column), this.#shownValue(column)])];
    const naming = this.naming(column.node);
    if (naming === undefined) return [this.node(column.node)];
    if (this.isResolved(column.node)) return [this.identity(column.node), this.name(column.node)];
    return naming.isLocal ? [this.name(column.node)] : [this.node(column.node), this.name(column.node)];
  }
}

function camel(label: string): string {
  const [first = 'x', ...rest] = label
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '');
  const head = /^[A-Z]+$/.test(first) ? first.toLowerCase() : (first[0]?.toLowerCase() ?? '') + first.slice(1);
  return head + rest.map((part) => (part[0]?.toUpperCase() ?? '') + part.slice(1).toLowerCase()).join('');
}
