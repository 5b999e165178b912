/** Short forms for the terms of a graph, by prefixes of its own: its namespaces have names that nobody has told. */
export class ShortIris {
  readonly #namespaces: readonly (readonly [prefix: string, namespace: string])[];

  /** @param namespaces those of the terms that are used */
  constructor(namespaces: readonly string[]) {
    // The longest first: one namespace may begin with another.
    const ordered = namespaces.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    this.#namespaces = ordered.map((namespace, i) => [`n${i + 1}`, namespace]);
  }

  /** The declarations, one a prefix. */
  get prologue(): string[] {
    return this.#namespaces.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`);
  }

  of(iri: string): string {
    const [prefix, namespace = ''] = this.#namespaces.find(([, start]) => iri.startsWith(start)) ?? [];
    const local = iri.slice(namespace.length);
    return prefix !== undefined && /^[A-Za-z_][\w-]*$/u.test(local) ? `${prefix}:${local}` : `<${iri}>`;
  }
}
