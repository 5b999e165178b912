import type { Contributor, Document } from '@askg/contract';
import { keptEntities } from '@askg/ddm';
import type { LocalEntity } from './local-entity.ts';

/** Raised when `linkingFacts` says something else of the same document: what was kept before is then read again. */
export const linkingVersion = 2;

/** Someone named in a paper; `id` is the unit of that person below the paper. */
export type NamedPerson = Pick<
  Contributor,
  'name' | 'given' | 'family' | 'orcid' | 'email' | 'affiliations' | 'role'
> & {
  id: string;
};

/** An entry of a reference list. `raw` only where no title was found in it. */
export type CitedWork = { id: string; doi?: string; title?: string; raw?: string; year?: number; authors: string[] };

/** What links are derived from: all that a paper says of itself, its people and the works that it cites. */
export type LinkingFacts = {
  version: number;
  title: string;
  year?: number;
  venue?: string;
  keywords: string[];
  people: NamedPerson[];
  references: CitedWork[];
  entities: LocalEntity[];
};

/** Names beyond these, of works by whole collaborations, say no more. */
const mostAuthors = 12;

/** The facts of a document, which are also those of the document read back from its graph. */
export function linkingFacts(document: Document): LinkingFacts {
  const { title, date, venue, keywords, contributors, references } = document;
  return {
    version: linkingVersion,
    title,
    ...(date === undefined ? {} : { year: date.year }),
    ...(venue === undefined ? {} : { venue }),
    keywords,
    people: contributors.map((contributor, i) => ({ id: `person${i + 1}`, ...contributor })),
    references: references.map(({ id, doi, title: name, raw, year, authors }) => ({
      id,
      ...(doi === undefined ? {} : { doi }),
      ...(name === undefined ? { raw } : { title: name }),
      ...(year === undefined ? {} : { year }),
      authors: authors.slice(0, mostAuthors),
    })),
    entities: [...keptEntities(document).values()],
  };
}
