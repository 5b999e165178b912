import type { Quad, Term } from '@rdfjs/types';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The triples of one RDF file, looked up by subject and property. */
export class RdfGraph {
  readonly quads: readonly Quad[];
  readonly #bySubject = new Map<string, Quad[]>();

  constructor(quads: readonly Quad[]) {
    this.quads = quads;
    for (const quad of quads) {
      const key = keyOf(quad.subject);
      const known = this.#bySubject.get(key);
      if (known === undefined) this.#bySubject.set(key, [quad]);
      else known.push(quad);
    }
  }

  about(subject: Term): readonly Quad[] {
    return this.#bySubject.get(keyOf(subject)) ?? [];
  }

  values(subject: Term, property: string): Term[] {
    return this.about(subject).flatMap(({ predicate, object }) => (predicate.value === property ? [object] : []));
  }

  value(subject: Term, property: string): Term | undefined {
    return this.values(subject, property)[0];
  }

  /** The lexical form of a value, or the IRI. */
  text(subject: Term, property: string): string | undefined {
    return this.value(subject, property)?.value;
  }

  types(subject: Term): string[] {
    return this.values(subject, `${rdf}type`).map(({ value }) => value);
  }

  subjectsOfType(type: string): Term[] {
    return this.quads.flatMap(({ subject, predicate, object }) =>
      predicate.value === `${rdf}type` && object.value === type ? [subject] : [],
    );
  }

  /** The members of an RDF collection. */
  list(head: Term | undefined): Term[] {
    const members: Term[] = [];
    for (let node = head; node !== undefined && node.value !== `${rdf}nil`; node = this.value(node, `${rdf}rest`)) {
      const first = this.value(node, `${rdf}first`);
      if (first !== undefined) members.push(first);
    }
    return members;
  }
}

function keyOf({ termType, value }: Term): string {
  return `${termType} ${value}`;
}
