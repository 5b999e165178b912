import { localName } from '../induce/term-words.ts';
import type { ForeignDraft, ValueRef } from './foreign-plan.ts';

/** Names for what a query speaks of, after the classes and properties, each of them once. */
export class ForeignVariables {
  readonly #nodes: readonly string[];
  readonly #values = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor({ nodes }: ForeignDraft) {
    this.#nodes = nodes.map(({ classes }) => this.#free(camel(localName(classes[0] ?? 'thing'))));
  }

  node(index: number): string {
    return this.#nodes[index] ?? 'thing';
  }

  name(index: number): string {
    return `${this.node(index)}Name`;
  }

  value({ node, property, scope }: ValueRef): string {
    const key = `${node} ${property} ${scope}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const name = this.#free(camel(localName(property)));
    this.#values.set(key, name);
    return name;
  }

  free(name: string): string {
    return this.#free(name);
  }

  #free(name: string): string {
    let free = name;
    for (let i = 2; this.#taken.has(free) || this.#taken.has(`${free}Name`); i += 1) free = `${name}${i}`;
    this.#taken.add(free);
    return free;
  }
}

function camel(text: string): string {
  const words = text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/u)
    .filter(Boolean);
  const joined = words
    .map((word, i) => (i === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()))
    .join('');
  return /^[a-z]/u.test(joined) ? joined : `v${joined}`;
}
