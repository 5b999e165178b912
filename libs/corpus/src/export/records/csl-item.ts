import type { Document } from '@askg/contract';

/** What a record is made of. */
export type RecordedPaper = { key: string; document: Document };

export type CslName = { family: string; given?: string } | { literal: string };

/** An item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html, appendix IV). */
export type CslItem = {
  id: string;
  type: 'article-journal' | 'article';
  title: string;
  author: CslName[];
  editor?: CslName[];
  issued?: { 'date-parts': number[][] };
  'container-title'?: string;
  DOI?: string;
  PMID?: string;
  URL?: string;
  language?: string;
  keyword?: string;
  abstract?: string;
};

/** What is cited of a paper. Without a venue it is an article of no journal, which is what CSL calls a preprint. */
export function cslItem({ key, document }: RecordedPaper): CslItem {
  const { title, venue, identifiers, date, language, keywords } = document;
  const [author, editor] = [namesOf(document, 'author'), namesOf(document, 'editor')];
  const abstract = abstractOf(document);
  const url = urlOf(document);
  return {
    id: key,
    type: venue === undefined ? 'article' : 'article-journal',
    title,
    author,
    ...(editor.length > 0 ? { editor } : {}),
    ...(date === undefined ? {} : { issued: { 'date-parts': [datePartsOf(date)] } }),
    ...(venue === undefined ? {} : { 'container-title': venue }),
    ...(identifiers.doi === undefined ? {} : { DOI: identifiers.doi }),
    ...(identifiers.pmid === undefined ? {} : { PMID: identifiers.pmid }),
    ...(url === undefined ? {} : { URL: url }),
    ...(language === undefined ? {} : { language }),
    ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
    ...(abstract === '' ? {} : { abstract }),
  };
}

/** Where the paper can be read: what it says itself, else what follows from an identifier. */
export function urlOf({ identifiers: { url, doi, arxiv } }: Pick<Document, 'identifiers'>): string | undefined {
  if (url !== undefined) return url;
  if (doi !== undefined) return doiUrl(doi);
  return arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
}

/** The address of a DOI, in which `#`, `?`, `<` and the like are encoded, as they stand in some. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

/** Paragraphs of the abstract, one a line. */
export function abstractOf({ abstract }: Pick<Document, 'abstract'>): string {
  return abstract.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')).join('\n');
}

function namesOf({ contributors }: Document, role: 'author' | 'editor'): CslName[] {
  return contributors
    .filter((each) => each.role === role)
    .map(({ name, given, family }) => {
      if (family === undefined) return { literal: name };
      return given === undefined ? { family } : { family, given };
    });
}

function datePartsOf({ year, month, day }: NonNullable<Document['date']>): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}
