import type { DraftDocument } from '../../../document/draft.ts';
import type { Findings } from '../../jats/findings.ts';
import { findDoi } from '../../jats/references/reference-links.ts';
import { readDateText } from './date.ts';
import { listField, textField } from './front-matter.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that other readers take, and those that say how to typeset. */
const taken =
  /^(?:title|abstract|authors?|affiliations?|bibliography|nocite|csl|output|header-includes|geometry|link-citations|documentclass|classoption|fontsize|linestretch|mainfont|numbersections|toc|date|tags|keywords|lang|language|doi|arxiv|url|journal|venue|licen[cs]e|copyright)$/;

/** What a front matter says of the publication: identifiers, venue, date, licence, keywords, language. */
export function readPublication(
  fields: Fields,
  findings: Findings,
): Pick<DraftDocument, 'language' | 'identifiers' | 'venue' | 'date' | 'licence' | 'keywords'> {
  for (const [name, value] of Object.entries(fields)) {
    if (!taken.test(name) && value !== null && value !== '') {
      findings.dropped('fields of the front matter', (JSON.stringify(value) ?? '').length);
    }
  }
  const language = textField(fields.lang ?? fields.language);
  const doi = findDoi(textField(fields.doi));
  const arxiv = textField(fields.arxiv).replace(/^(?:arxiv:|https?:\/\/arxiv\.org\/abs\/)/i, '');
  const url = textField(fields.url);
  const venue = isFields(fields.journal)
    ? textField(fields.journal.name ?? fields.journal.title)
    : textField(fields.journal ?? fields.venue);
  const date = readDateText(textField(fields.date));
  const licence = textField(fields.license ?? fields.licence ?? fields.copyright);
  const keywords = [fields.tags, fields.keywords]
    .flatMap(listField)
    .flatMap((item) => (typeof item === 'string' && item.includes(',') ? item.split(',') : [item]));
  return {
    ...(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/i.test(language)
      ? { language: language.replace(/^[A-Za-z]+/, (tag) => tag.toLowerCase()) }
      : {}),
    identifiers: {
      ...(doi === undefined ? {} : { doi }),
      ...(arxiv === '' ? {} : { arxiv }),
      ...(/^https?:\/\/\S+$/.test(url) ? { url } : {}),
    },
    ...(venue === '' ? {} : { venue }),
    ...(date === undefined ? {} : { date }),
    ...(licence === '' ? {} : { licence }),
    keywords: [...new Set(keywords.map(textField).filter((keyword) => keyword !== ''))],
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
