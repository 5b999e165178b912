import { type LinkingFacts, linkingVersion } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import { plainText } from '../documents/truths/plain-text.ts';

/** What a publisher's deposit at Crossref says of an article: title, year, journal, contributors, cited works. */
export function crossrefFacts(xml: string): LinkingFacts & { doi?: string } {
  const article = first(xml, 'journal_article') ?? xml;
  const text = (within: string, name: string): string | undefined => {
    const found = first(within, name);
    return found === undefined ? undefined : plainText(found);
  };
  const year = text(first(article, 'publication_date') ?? '', 'year');
  const venue = text(xml, 'full_title');
  const doi = text(first(article, 'doi_data') ?? '', 'doi');
  return {
    version: linkingVersion,
    title: text(article, 'title') ?? '',
    ...(doi === undefined ? {} : { doi }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(venue === undefined ? {} : { venue }),
    keywords: [],
    entities: [],
    people: all(first(article, 'contributors') ?? '', 'person_name').map((person, i) => {
      const given = text(person, 'given_name');
      const family = text(person, 'surname');
      const orcid = text(person, 'ORCID')?.replace(/^.*\//, '');
      return {
        id: `person${i + 1}`,
        name: [given, family].filter((part) => part !== undefined).join(' '),
        ...(given === undefined ? {} : { given }),
        ...(family === undefined ? {} : { family }),
        ...(orcid === undefined ? {} : { orcid }),
        affiliations: all(person, 'institution_name').map(plainText),
        role: 'author' as const,
      };
    }),
    references: all(first(article, 'citation_list') ?? '', 'citation').map((citation, i) => {
      const title = text(citation, 'article_title') ?? text(citation, 'volume_title');
      const cited = text(citation, 'doi');
      const citedYear = text(citation, 'cYear');
      const author = text(citation, 'author');
      return {
        id: `ref${i + 1}`,
        ...(title === undefined ? {} : { title }),
        ...(cited === undefined ? {} : { doi: cited }),
        ...(citedYear === undefined ? {} : { year: Number(citedYear) }),
        authors: author === undefined ? [] : [author],
      };
    }),
  };
}

function first(xml: string, name: string): string | undefined {
  return all(xml, name)[0];
}

function all(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'gu'))].map(
    (match) => match[1] ?? '',
  );
}
