import type { Facts, ReferenceFact } from '../facts.ts';
import { plainText } from './plain-text.ts';

/** What a publisher deposits: title, authors, and the cited works, most of them by DOI only. */
export function crossrefTruth(xml: string): Facts {
  const article = first(xml, 'journal_article') ?? xml;
  const contributors = first(article, 'contributors') ?? '';
  const authors = all(contributors, 'person_name').map((person) =>
    [first(person, 'given_name'), first(person, 'surname')]
      .filter((part) => part !== undefined)
      .map(plainText)
      .join(' '),
  );
  const list = first(article, 'citation_list');
  return {
    title: plainText(first(article, 'title') ?? ''),
    ...(authors.length === 0 ? {} : { authors }),
    ...(list === undefined ? {} : { references: all(list, 'citation').map(referenceOf) }),
  };
}

function referenceOf(citation: string): ReferenceFact {
  const doi = first(citation, 'doi');
  return doi === undefined ? {} : { doi: plainText(doi) };
}

function first(xml: string, name: string): string | undefined {
  return all(xml, name)[0];
}

function all(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'gu'))].map(
    (match) => match[1] ?? '',
  );
}
