import type { Identifiers } from '@askg/contract';
import {
  attribute,
  childNamed,
  childrenNamed,
  collapse,
  descendantsNamed,
  isElement,
  plainText,
  rawText,
  type XmlElement,
} from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { findDoi } from '../references/reference-links.ts';

/** Title and subtitle on one line, without the notes that hang on them. */
export function readTitle(meta: XmlElement | undefined, context: JatsContext): string {
  const group = childNamed(meta, 'title-group');
  const flow = context.flow();
  const append = (element: XmlElement): void => context.appendChildren(withoutNotes(element), flow, ['fn']);
  for (const title of childrenNamed(group ?? meta, 'article-title').slice(0, 1)) append(title);
  for (const subtitle of childrenNamed(group, 'subtitle')) {
    if (!flow.text.isEmpty) flow.text.append(/[:?!.\u2013\u2014]$/.test(flow.text.last) ? ' ' : ': ');
    append(subtitle);
  }
  const { text, marks } = flow.text.build();
  const citations = marks.filter(({ kind }) => kind === 'citation').length;
  if (citations > 0) {
    context.findings.count('ddm/unplaced-citation', 'warning', 'Citations in the title of the paper.', citations);
  }
  if (text === '') context.findings.count('ddm/no-title', 'warning', 'The article has no title.');
  return text;
}

function withoutNotes(element: XmlElement): XmlElement {
  const isNote = (node: XmlElement): boolean =>
    node.name === 'xref' && ['fn', 'author-notes', 'corresp'].includes(node.attributes['ref-type'] ?? '');
  return {
    ...element,
    children: element.children
      .filter((child) => !isElement(child) || !isNote(child))
      .map((child) => (isElement(child) && descendantsNamed(child, 'xref').length > 0 ? withoutNotes(child) : child)),
  };
}

/** DOI, arXiv id and PubMed id as they are kept everywhere: bare, the DOI in small letters. The address is the first of the paper's own. */
export function readIdentifiers(meta: XmlElement | undefined): Identifiers {
  const ids = new Map<string, string>();
  for (const id of childrenNamed(meta, 'article-id')) {
    const type = (id.attributes['pub-id-type'] ?? '').toLowerCase();
    const value = plainText(id);
    if (value !== '' && !ids.has(type)) ids.set(type, value);
  }
  const doi = findDoi(ids.get('doi') ?? '');
  const pmid = /^\d+$/.exec(ids.get('pmid') ?? '')?.[0];
  const arxiv = (ids.get('arxiv') ?? '').replace(/^(?:arxiv:|https?:\/\/arxiv\.org\/abs\/)/i, '');
  const url = childrenNamed(meta, 'self-uri')
    .map((uri) => attribute(uri, 'xlink:href') ?? plainText(uri))
    .find((address) => /^https?:\/\/\S+$/.test(address));
  return {
    ...(doi === undefined ? {} : { doi }),
    ...(arxiv === '' ? {} : { arxiv }),
    ...(pmid === undefined ? {} : { pmid }),
    ...(url === undefined ? {} : { url }),
  };
}

/** The title of the journal, with its subtitle. */
export function readVenue(front: XmlElement | undefined): string | undefined {
  const journal = childNamed(front, 'journal-meta');
  const group = childNamed(journal, 'journal-title-group') ?? journal;
  const title = childNamed(group, 'journal-title', 'abbrev-journal-title');
  const subtitle = childNamed(group, 'journal-subtitle');
  const text = [title, subtitle].map(plainText).filter((part) => part !== '');
  return text.join(': ') || undefined;
}

/** The address of the licence if there is one, else what is said of it, else the copyright statement. */
export function readLicence(meta: XmlElement | undefined): string | undefined {
  const permissions = childNamed(meta, 'permissions');
  const licences = childrenNamed(permissions, 'license');
  const declared = licences.flatMap((licence) => attribute(licence, 'xlink:href') ?? []);
  const tagged = descendantsNamed(permissions, 'ali:license_ref').map(plainText);
  const links = licences.flatMap((licence) =>
    descendantsNamed(licence, 'ext-link', 'uri').map((link) => attribute(link, 'xlink:href') ?? plainText(link)),
  );
  const address = [...declared, ...tagged, ...links.filter(isLicence)].find((text) => /^https?:\/\//.test(text));
  if (address) return address;
  const text = licences.map(plainText).find((words) => words !== '');
  return linkIn(text) ?? text ?? (plainText(childNamed(permissions ?? meta, 'copyright-statement')) || undefined);
}

function isLicence(address: string): boolean {
  return /licen[cs]e|creativecommons\.org|publicdomain/i.test(address);
}

function linkIn(text: string | undefined): string | undefined {
  return text && /https?:\/\/(?:www\.)?creativecommons\.org\/[\w./-]*[\w/]/i.exec(text)?.[0];
}

/** Tags of languages are written in any case; the primary part is lower case by convention. */
export function readLanguage(article: XmlElement): string | undefined {
  const language = attribute(article, 'xml:lang');
  return language?.replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase());
}

/** Keywords of all groups but the abbreviations, each once, in order. */
export function readKeywords(meta: XmlElement | undefined, context: JatsContext): string[] {
  const groups = descendantsNamed(meta, 'kwd-group').filter(
    ({ attributes }) => !/abbreviation/i.test(attributes['kwd-group-type'] ?? ''),
  );
  const keywords = groups.flatMap((group) =>
    descendantsNamed(group, 'kwd', 'compound-kwd').map((keyword) => {
      if (keyword.name === 'compound-kwd') {
        return childrenNamed(keyword, 'compound-kwd-part').map(plainText).join(': ');
      }
      const flow = context.flow();
      context.appendChildren(keyword, flow);
      return flow.text.build().text;
    }),
  );
  return [...new Set(keywords.filter((keyword) => keyword !== ''))];
}

const untold = new Map([
  ['article-categories', 'subject categories'],
  ['trans-title-group', 'translated titles'],
  ['conference', 'conferences'],
  ['supplement', 'supplements'],
  ['related-article', 'related articles'],
  ['related-object', 'related articles'],
  ['award-group', 'grants'],
]);

/** Counts the metadata that a document has no place for. */
export function reportUntold(meta: XmlElement | undefined, context: JatsContext): void {
  for (const element of descendantsNamed(meta, ...untold.keys())) {
    context.findings.dropped(untold.get(element.name) ?? '', collapse(rawText(element)).length);
  }
}
