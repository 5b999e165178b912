/** The part of an RDF/JS term that is needed here. */
type Term = { termType: string; value: string; language?: string; datatype?: { value: string } };
type Triple = { subject: Term; predicate: Term; object: Term };

export type Value = { kind: 'iri' | 'blank' | 'literal'; value: string; language?: string; datatype?: string };

/** What is said about one resource. */
export class Resource {
  readonly id: string;
  readonly isBlank: boolean;
  readonly #values = new Map<string, Value[]>();

  constructor(id: string, isBlank: boolean) {
    this.id = id;
    this.isBlank = isBlank;
  }

  add(predicate: string, value: Value): void {
    const values = this.#values.get(predicate);
    if (values) values.push(value);
    else this.#values.set(predicate, [value]);
  }

  get predicates(): IterableIterator<string> {
    return this.#values.keys();
  }

  /** All values of some properties, in the order of the properties, then of the file. */
  all(...predicates: readonly string[]): Value[] {
    return predicates.flatMap((predicate) => this.#values.get(predicate) ?? []);
  }

  /** The first text that is not blank. */
  text(...predicates: readonly string[]): string | undefined {
    return this.texts(...predicates).find((text) => text.trim() !== '');
  }

  texts(...predicates: readonly string[]): string[] {
    return this.all(...predicates).flatMap(({ kind, value }) => (kind === 'literal' ? [value] : []));
  }

  /** The resources that some properties lead to, each once. */
  links(...predicates: readonly string[]): string[] {
    const targets = this.all(...predicates).flatMap((value) => (value.kind === 'literal' ? [] : [idOf(value)]));
    return [...new Set(targets)];
  }

  number(...predicates: readonly string[]): number | undefined {
    const number = Number(this.text(...predicates) ?? Number.NaN);
    return Number.isFinite(number) ? number : undefined;
  }
}

/** The name under which a graph knows a resource; blank nodes stand apart from IRIs. */
export function idOf({ kind, value }: Value): string {
  return kind === 'blank' ? `_:${value}` : value;
}

/** Triples, by subject and by object. */
export class TripleGraph {
  readonly #resources = new Map<string, Resource>();
  readonly #pointing = new Map<string, { subject: string; predicate: string }[]>();

  constructor(triples: Iterable<Triple>) {
    for (const { subject, predicate, object } of triples) {
      const id = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
      let resource = this.#resources.get(id);
      if (!resource) {
        resource = new Resource(id, subject.termType === 'BlankNode');
        this.#resources.set(id, resource);
      }
      const value = toValue(object);
      resource.add(predicate.value, value);
      if (value.kind === 'literal') continue;
      const pointer = { subject: id, predicate: predicate.value };
      const pointers = this.#pointing.get(idOf(value));
      if (pointers) pointers.push(pointer);
      else this.#pointing.set(idOf(value), [pointer]);
    }
  }

  [Symbol.iterator](): IterableIterator<Resource> {
    return this.#resources.values();
  }

  find(id: string): Resource | undefined {
    return this.#resources.get(id);
  }

  /** The resources that some properties of another lead to, as far as anything is said about them. */
  linked(resource: Resource, ...predicates: readonly string[]): Resource[] {
    return resource.links(...predicates).flatMap((id) => this.#resources.get(id) ?? []);
  }

  /** Which statements have this resource as their object. */
  pointersTo(id: string): readonly { subject: string; predicate: string }[] {
    return this.#pointing.get(id) ?? [];
  }
}

function toValue({ termType, value, language, datatype }: Term): Value {
  if (termType === 'NamedNode') return { kind: 'iri', value };
  if (termType === 'BlankNode') return { kind: 'blank', value };
  return {
    kind: 'literal',
    value,
    ...(language === undefined || language === '' ? {} : { language }),
    ...(datatype === undefined ? {} : { datatype: datatype.value }),
  };
}
