import { plainText } from '../truths/plain-text.ts';

/** A reference string whose parts somebody labelled; `authors` as they are printed, together. */
export type LabelledReference = {
  source: string;
  text: string;
  authors?: string;
  title?: string;
  container?: string;
  year?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  doi?: string;
  url?: string;
};

/** The labelled references of a file of AnyStyle's XML, or of TEI as GROBID is trained with. */
export function labelledReferences({ source, xml }: { source: string; xml: string }): LabelledReference[] {
  const anyStyle = [...xml.matchAll(/<sequence>([\s\S]*?)<\/sequence>/gu)].map((match) => fromAnyStyle(match[1] ?? ''));
  const tei = [...xml.matchAll(/<bibl(?:\s[^>]*)?>([\s\S]*?)<\/bibl>/gu)].map((match) => fromTei(match[1] ?? ''));
  return [...anyStyle, ...tei].map((reference) => ({ source, ...reference }));
}

type Parts = Omit<LabelledReference, 'source'>;

function fromAnyStyle(xml: string): Parts {
  const part = (name: string): string | undefined =>
    textOf(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'u').exec(xml)?.[1]);
  const volume = part('volume');
  return clean({
    text: plainText(xml.replaceAll(/<\/[^>]*>/gu, ' ')),
    authors: part('author'),
    title: part('title'),
    container: part('journal') ?? part('container-title'),
    year: yearOf(part('date')),
    ...volumeAndIssue(volume),
    pages: pagesOf(part('pages')),
    doi: doiOf(part('doi')) ?? doiOf(part('url')),
    url: urlOf(part('url')),
  });
}

function fromTei(xml: string): Parts {
  const part = (pattern: string): string | undefined =>
    textOf(new RegExp(`<(${pattern})>([\\s\\S]*?)</\\w+>`, 'u').exec(xml)?.[2]);
  const title = part('title [^>]*level="a"[^>]*');
  const book = part('title [^>]*level="m"[^>]*');
  const scope = (kind: string): string | undefined => part(`biblScope [^>]*(?:type|unit)="${kind}"[^>]*`);
  return clean({
    text: plainText(xml.replaceAll(/<lb\s*\/>/gu, ' ')),
    authors: part('author[^>]*') ?? part('orgName [^>]*type="collaboration"[^>]*'),
    title: title ?? book,
    container: part('title [^>]*level="j"[^>]*') ?? (title === undefined ? undefined : book),
    year: yearOf(part('date[^>]*')),
    volume: numberOf(scope('vol(?:ume)?')),
    issue: numberOf(scope('issue')),
    pages: pagesOf(scope('(?:pp|page)')),
    doi: doiOf(part('idno [^>]*type="(?:doi|DOI)"[^>]*')) ?? doiOf(part('ptr[^>]*')),
    url: urlOf(part('ptr[^>]*type="web"[^>]*')),
  });
}

function textOf(xml: string | undefined): string | undefined {
  return xml === undefined ? undefined : plainText(xml.replaceAll(/<lb\s*\/>/gu, ' '));
}

function yearOf(text: string | undefined): string | undefined {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u.exec(text ?? '')?.[0];
}

function numberOf(text: string | undefined): string | undefined {
  return /[A-Z]?\d[\w/–-]*|\b[IVXLC]+\b/u.exec(text ?? '')?.[0];
}

/** AnyStyle labels volume and issue together: “12(3)”, “Vol. 12, No. 3”. */
function volumeAndIssue(text: string | undefined): { volume: string | undefined; issue: string | undefined } {
  const issue = /(?:\(|\bno\.?|\bnr\.?|\bissue|\bn°)\s*(\d[\w/–-]*)/iu.exec(text ?? '');
  return { volume: numberOf(issue ? text?.slice(0, issue.index) : text), issue: issue?.[1] };
}

function pagesOf(text: string | undefined): string | undefined {
  return /[A-Za-z]{0,3}\d+(?:\s*[-–—‐]\s*[A-Za-z]{0,3}\d+)?/u.exec(text ?? '')?.[0];
}

function doiOf(text: string | undefined): string | undefined {
  return /10\.\d{4,}\S*?(?=[.,;]?\s|[.,;]?$)/u.exec(text ?? '')?.[0];
}

function urlOf(text: string | undefined): string | undefined {
  return /(?:https?:|ftp:|www\.)\S*?(?=[.,;>)]*(?:\s|$))/u.exec(text ?? '')?.[0];
}

function clean(parts: { text: string } & Record<string, string | undefined>): Parts {
  const kept = Object.entries(parts).filter(([key, value]) => key === 'text' || (value !== undefined && value !== ''));
  return Object.fromEntries(kept) as Parts;
}
