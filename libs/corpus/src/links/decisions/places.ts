import { CorpusError } from '../../corpus-error.ts';
import type { Person } from '../people/read-people.ts';
import type { DecidedPerson } from './decision.ts';

/**
 * The places that IRIs stand for, each once: a person for all places where it is named, a place for itself.
 * @throws CorpusError corpus/unknown-person
 */
export function placesOf(iris: readonly string[], people: readonly Person[]): DecidedPerson[] {
  const found = iris.flatMap((iri) => {
    const places = people.flatMap((person) =>
      person.iri === iri ? person.places : person.places.filter((place) => place.iri === iri),
    );
    if (places.length === 0) throw new CorpusError('corpus/unknown-person', `Nobody has the IRI ${iri}.`);
    return places;
  });
  return [...new Map(found.map(({ iri, key, id, name }) => [iri, { key, id, name }])).values()];
}
