import { parseQuads } from '@askg/ddm';

type Quad = ReturnType<typeof parseQuads>[number];
export type Node = Quad['subject'] | Quad['object'];

/** A small Turtle file as an index of its triples, in the order of the file. */
export class RdfReader {
  readonly #bySubject = new Map<string, Map<string, Node[]>>();
  readonly #byPredicate = new Map<string, { subject: Node; object: Node }[]>();

  /** @throws DdmError `ddm/malformed-rdf` */
  constructor(...turtle: string[]) {
    for (const text of turtle) for (const quad of parseQuads(text, 'text/turtle')) this.#add(quad);
  }

  #add({ subject, predicate, object }: Quad): void {
    const known = this.#bySubject.get(subject.value) ?? new Map<string, Node[]>();
    known.set(predicate.value, [...(known.get(predicate.value) ?? []), object]);
    this.#bySubject.set(subject.value, known);
    const pairs = this.#byPredicate.get(predicate.value) ?? [];
    pairs.push({ subject, object });
    this.#byPredicate.set(predicate.value, pairs);
  }

  objects(subject: string, predicate: string): Node[] {
    return this.#bySubject.get(subject)?.get(predicate) ?? [];
  }

  values(subject: string, predicate: string): string[] {
    return this.objects(subject, predicate).map(({ value }) => value);
  }

  value(subject: string, predicate: string): string | undefined {
    return this.objects(subject, predicate)[0]?.value;
  }

  /** The subjects that have this property, with this value if one is given. */
  subjects(predicate: string, value?: string): string[] {
    const pairs = this.#byPredicate.get(predicate) ?? [];
    return pairs
      .filter(({ object }) => value === undefined || object.value === value)
      .map(({ subject }) => subject.value);
  }

  /** The members of an RDF list. */
  list(head: string | undefined): string[] {
    const members: string[] = [];
    for (let at = head; at !== undefined && at !== `${rdfNamespace}nil`; at = this.value(at, `${rdfNamespace}rest`)) {
      const first = this.value(at, `${rdfNamespace}first`);
      if (first === undefined) break;
      members.push(first);
    }
    return members;
  }
}

export const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const rdfType = { iri: `${rdfNamespace}type` };
