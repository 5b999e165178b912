import type { Creator, Entry } from '@retorquere/bibtex-parser';
import type { DraftReference } from '../../document/draft.ts';
import { findDoi } from '../jats/references/reference-links.ts';
import { composeEntry } from './compose-entry.ts';
import { plainField } from './plain-field.ts';

/** A person or a group; a group has no given name, and its family name is its name. */
export type EntryName = { family: string; given?: string; suffix?: string };

/** An entry of a bibliography: what its citations show, and the reference that it is. */
export type BibliographyEntry = {
  key: string;
  kind: string;
  /** Authors, or editors where there are none; `others` tells that the list ends with "and others". */
  names: EntryName[];
  others: boolean;
  year?: number;
  title: string;
  reference: DraftReference;
};

const containers = ['journaltitle', 'journal', 'booktitle', 'maintitle', 'eventtitle', 'series'];
const publishers = ['publisher', 'institution', 'school', 'organization'];

export function toReference({ key, type, fields }: Entry): BibliographyEntry {
  const text = (...names: string[]): string => {
    for (const name of names) {
      const value: string | string[] | Creator[] | undefined = fields[name];
      const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : value;
      if (list !== undefined && plainField(list) !== '') return plainField(list);
    }
    return '';
  };
  const authors = namesOf(fields.author);
  const editors = namesOf(fields.editor);
  const title = titleOf(text('title'), text('subtitle'));
  const container = text(...containers.filter((name) => name !== 'series' || title === ''));
  const year = yearOf(text('date'), text('year'));
  const doi = findDoi(text('doi')) ?? findDoi(text('url')) ?? findDoi(text('note', 'howpublished'));
  const url = urlOf(
    text('url'),
    text('howpublished'),
    text('note'),
    arxivOf(text('eprint'), text('eprinttype', 'archiveprefix')),
  );
  const parts = {
    ...known('title', title || text('booktitle')),
    ...known('container', title === '' && container === text('booktitle') ? '' : container),
    ...(year === undefined ? {} : { year }),
    ...known('volume', text('volume')),
    ...known('issue', text('number', 'issue')),
    ...known('pages', text('pages', 'eid').replaceAll(/\s*(?:--?-?|[\u2012-\u2014])\s*/g, '-')),
    ...known('doi', doi),
    ...known('url', url),
  };
  const date = text('date') || text('year');
  const rest = ['edition', 'version', 'howpublished', 'note', 'addendum'].map((name) => text(name));
  return {
    key,
    kind: type,
    names: (authors.names.length > 0 ? authors : editors).names,
    others: (authors.names.length > 0 ? authors : editors).others,
    ...(year === undefined ? {} : { year }),
    title: parts.title ?? '',
    reference: {
      raw: composeEntry({
        ...parts,
        authors: authors.names,
        editors: editors.names,
        others: authors.others,
        date,
        publisher: text(...publishers),
        place: text('location', 'address'),
        rest: rest.filter((part) => url === undefined || !part.includes(url)),
      }),
      authors: authors.names.map(({ family, given, suffix }) => [family, given, suffix].filter(Boolean).join(', ')),
      ...parts,
      boxes: [],
      sourceIds: [key],
    },
  };
}

function known<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: string });
}

function namesOf(creators: readonly Creator[] | undefined): { names: EntryName[]; others: boolean } {
  const names: EntryName[] = [];
  let others = false;
  for (const { name, lastName, firstName, prefix, suffix } of creators ?? []) {
    const family = plainField([prefix, lastName ?? name].filter(Boolean).join(' '));
    const given = plainField(firstName ?? '');
    if (/^others$/i.test(family) && given === '') others = true;
    else if (family !== '' || given !== '') {
      names.push({
        family: family || given,
        ...(given === '' || family === '' ? {} : { given }),
        ...(suffix ? { suffix: plainField(suffix) } : {}),
      });
    }
  }
  return { names, others };
}

function titleOf(title: string, subtitle: string): string {
  const glue = /[:?!.\u2013\u2014]$/.test(title) ? ' ' : ': ';
  return (subtitle === '' || title === '' ? title + subtitle : title + glue + subtitle).replace(/(?<!\.)[.,;]$/, '');
}

function yearOf(...texts: string[]): number | undefined {
  const year = texts.map((text) => /(?<!\d)(1[5-9]|20)\d\d(?!\d)/.exec(text)?.[0]).find((found) => found !== undefined);
  return year === undefined ? undefined : Number(year);
}

/** The first address that is not that of a DOI. */
function urlOf(...texts: string[]): string | undefined {
  return texts
    .map((text) => /\b(?:https?|ftp):\/\/[^\s"<>{}]+/i.exec(text)?.[0].replace(/[.,;)]+$/, ''))
    .find((url) => url !== undefined && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(url));
}

function arxivOf(eprint: string, type: string): string {
  return /^arxiv$/i.test(type) && /^\S+$/.test(eprint) ? `https://arxiv.org/abs/${eprint.replace(/^arxiv:/i, '')}` : '';
}
