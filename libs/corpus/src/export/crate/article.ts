import type { Document } from '@askg/contract';
import { abstractOf, doiUrl, urlOf } from '../records/csl-item.ts';
import { type Entity, entity, to } from './entity.ts';

/** The paper itself, its authors, their organisations and its venue. */
export function articleEntities(document: Document, iri: string, licence: Entity | undefined): [Entity, ...Entity[]] {
  const { title, identifiers, venue, language, keywords, contributors } = document;
  const organisations = new Map<string, Entity>();
  const people = new Map<string, Entity>();
  const addOrganisation = (name: string): Entity => {
    const known =
      organisations.get(name) ?? entity(`#organisation-${organisations.size + 1}`, 'Organization', { name });
    organisations.set(name, known);
    return known;
  };
  const addPerson = (person: Document['contributors'][number]): Entity => {
    const id = person.orcid === undefined ? `#person-${people.size + 1}` : orcidUrl(person.orcid);
    const affiliation = person.affiliations.map((name) => to(addOrganisation(name)));
    const { name, given: givenName, family: familyName } = person;
    // Nothing may be told twice: one ORCID is one person.
    const known = people.get(id) ?? entity(id, 'Person', { name, givenName, familyName, affiliation });
    people.set(id, known);
    return known;
  };
  const byRole = (role: 'author' | 'editor') =>
    contributors.filter((each) => each.role === role).map((person) => to(addPerson(person)));
  const journal = venue === undefined ? undefined : entity('#venue', 'Periodical', { name: venue });
  const id = identifiers.doi === undefined ? (urlOf(document) ?? iri) : doiUrl(identifiers.doi);
  const article = entity(id, 'ScholarlyArticle', {
    name: title,
    author: byRole('author'),
    editor: byRole('editor'),
    datePublished: dateOf(document.date),
    isPartOf: journal && to(journal),
    inLanguage: language,
    keywords: keywords.join(', '),
    abstract: abstractOf(document),
    license: licence && to(licence),
    identifier: id,
    url: urlOf(document),
    sameAs: iri === id ? undefined : { '@id': iri },
  });
  return [article, ...people.values(), ...organisations.values(), ...(journal ? [journal] : [])];
}

function orcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid.replace(/^https?:\/\/orcid\.org\//, '')}`;
}

/** ISO 8601, as far as the date is known. */
function dateOf(date: Document['date']): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  return [String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
