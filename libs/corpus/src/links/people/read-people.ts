import { ddm, parseIri, parseQuads, skos } from '@askg/ddm';
import type { LinkablePaper } from '../linkable-paper.ts';

/** Where a paper names a person: IRI, key and title of the paper, place among its people, and the name there. */
export type Place = { iri: string; key: string; title: string; id: string; name: string };

/** Someone across papers. `name` is the fullest spelling, `names` are the others. */
export type Person = {
  iri: string;
  name: string;
  names: string[];
  orcids: string[];
  places: Place[];
  /** What holds the places together: IRIs of two of them, and what speaks for their being one person. */
  matches: { places: string[]; evidence: string[] }[];
};

const orcidAddress = 'https://orcid.org/';

/** Reads the graph of people. @param papers for the names and titles there @returns everybody, by name */
export function readPeople(nquads: string, base: string, papers: readonly LinkablePaper[]): Person[] {
  const places = new Map(
    papers.flatMap(({ key, facts }) =>
      facts.people.map(({ id, name }) => [`${key} ${id}`, { title: facts.title, name }] as const),
    ),
  );
  const people = new Map<string, Person>();
  const matches = new Map<string, Person['matches'][number]>();
  const personAt = (iri: string): Person => {
    const known = people.get(iri) ?? { iri, name: '', names: [], orcids: [], places: [], matches: [] };
    people.set(iri, known);
    return known;
  };
  const matchAt = (iri: string): Person['matches'][number] => {
    const known = matches.get(iri) ?? { places: [], evidence: [] };
    matches.set(iri, known);
    return known;
  };
  for (const { subject, predicate, object } of parseQuads(nquads, 'application/n-quads')) {
    const { value } = object;
    if (predicate.value === skos.prefLabel) personAt(subject.value).name = value;
    else if (predicate.value === skos.altLabel) personAt(subject.value).names.push(value);
    else if (predicate.value === skos.exactMatch) personAt(subject.value).orcids.push(value.slice(orcidAddress.length));
    else if (predicate.value === ddm.matches) matchAt(subject.value).places.push(value);
    else if (predicate.value === ddm.evidence) matchAt(subject.value).evidence.push(value);
    else if (predicate.value === ddm.canonical) {
      const { key = '', id = '' } = parseIri(base, subject.value) ?? {};
      const { title = '', name = '' } = places.get(`${key} ${id}`) ?? {};
      personAt(value).places.push({ iri: subject.value, key, title, id, name });
    }
  }
  for (const [iri, match] of matches) personAt(iri.replace(/\/match\d+$/, '')).matches.push(match);
  return [...people.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.iri, b.iri));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
