import type { DraftReference } from '../../../document/draft.ts';
import { childElements, childNamed, collapse, descendantsNamed, plainText, type XmlElement } from '../../xml/tree.ts';
import { citationElements } from './citation-elements.ts';
import { completeReference } from '../../references/complete-reference.ts';
import type { JatsContext } from '../context.ts';
import { inverted } from '../front/person-names.ts';
import { doiOf, urlOf } from './reference-links.ts';
import type { ReferenceEntry } from './reference-index.ts';
import { isPrinted, rawCitation, textOutsideCitations } from './reference-raw.ts';
import { readUnmarkedEntry, type EntryFields } from './unmarked-entry.ts';

const personNames = ['name', 'string-name', 'collab', 'name-alternatives'];
const placeNames = ['source', 'volume', 'issue', 'fpage', 'page-range', 'elocation-id'];
/** "et al.", and the "others" of BibTeX. */
const namesNobody = /^(?:et\.?\s*al\b.*|(?:and )?others\.?)$/i;
const titleNames = ['article-title', 'chapter-title', 'data-title', 'part-title'];

/**
 * One entry of a reference list. Several citations in one entry (1a, 1b) stay one reference: the text holds them all,
 * the fields are those of the first. Authors are "Family, Given" where the source marks names up or the form of the entry
 * shows them, else as printed.
 */
export function readReference(entry: ReferenceEntry, context: JatsContext): DraftReference {
  const citations = citationElements(entry.element);
  const parts = citations.map((citation, i) => {
    const label = i > 0 || citations.length > 1 ? plainText(childNamed(citation, 'label')) : '';
    return collapse(`${label} ${rawCitation(citation)}`);
  });
  const raw = collapse([...parts, textOutsideCitations(entry.element, citations)].join(' '));
  if (raw === '') context.findings.count('ddm/empty-reference', 'warning', 'Entries of a reference list without text.');
  const first = citations[0] ?? entry.element;
  const marked = isMarkedUp(first);
  const fields = marked ? markedFields(first, context) : readUnmarkedEntry(parts[0] ?? raw);
  const reference: DraftReference = {
    ...(entry.label === undefined ? {} : { label: entry.label }),
    raw,
    authors: fields.authors,
    ...known('title', fields.title),
    ...known('container', fields.container),
    ...known('year', yearOf(first, raw)),
    ...known('volume', fields.volume),
    ...known('issue', fields.issue),
    ...known('pages', fields.pages),
    ...known('doi', doiOf(first, parts[0] ?? raw)),
    ...known('url', urlOf(first, parts[0] ?? raw)),
    boxes: [],
    sourceIds: [...entry.sourceIds],
  };
  return marked ? reference : completeReference(reference);
}

/** Whether the source says which words are a name, a title or where the work appeared. */
function isMarkedUp(citation: XmlElement): boolean {
  return descendantsNamed(citation, 'person-group', ...personNames, ...titleNames, ...placeNames).length > 0;
}

function markedFields(citation: XmlElement, context: JatsContext): EntryFields {
  return {
    authors: authorsOf(citation),
    title: titleOf(citation, context),
    container: containerOf(citation, context),
    volume: fieldOf(citation, 'volume'),
    issue: fieldOf(citation, 'issue'),
    pages: pagesOf(citation),
  };
}

function known<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V });
}

function authorsOf(citation: XmlElement): string[] {
  const children = childElements(citation);
  // In a printed entry, people named after the title are the editors of what it appeared in.
  const firstTitle = children.findIndex(({ name }) => titleNames.includes(name) || name === 'source');
  const ahead = isPrinted(citation) && firstTitle > 0 ? children.slice(0, firstTitle) : children;
  const people = (list: readonly XmlElement[]): XmlElement[] =>
    list.flatMap((child) => {
      const type = child.attributes['person-group-type'] ?? '';
      if (child.name === 'person-group') return /^author|^$/.test(type) ? people(childElements(child)) : [];
      return personNames.includes(child.name) ? [child] : [];
    });
  const found = people(ahead);
  return (found.length > 0 ? found : people(children))
    .map((person) => (person.name === 'name-alternatives' ? (childElements(person)[0] ?? person) : person))
    .map((person) => (person.name === 'collab' ? plainText(person) : inverted(person)))
    .filter((name) => name !== '' && !namesNobody.test(name));
}

function textOf(element: XmlElement | undefined, context: JatsContext): string {
  if (!element) return '';
  const flow = context.flow();
  context.appendChildren(element, flow);
  return flow.text.build().text;
}

/**
 * What has no title but that of its source, as a book, is called by it; the source of a paper is where it appeared. That a
 * publisher is named tells a book.
 */
function sourceIsTitle(citation: XmlElement): boolean {
  if (childNamed(citation, ...titleNames)) return false;
  const type = citation.attributes['publication-type'] ?? citation.attributes['citation-type'] ?? '';
  if (/journal|article|periodical|magazine|newspaper|conf/.test(type)) return false;
  if (/book|thesis|report|software|web|data/.test(type) || childNamed(citation, 'publisher-name')) return true;
  return !childNamed(citation, 'volume', 'issue', 'fpage');
}

function titleOf(citation: XmlElement, context: JatsContext): string {
  const source = sourceIsTitle(citation) ? childNamed(citation, 'source') : undefined;
  return textOf(childNamed(citation, ...titleNames) ?? source, context).replace(/(?<!\.)[.,;]$/, '');
}

function containerOf(citation: XmlElement, context: JatsContext): string {
  const source = sourceIsTitle(citation) ? undefined : childNamed(citation, 'source');
  return textOf(source ?? childNamed(citation, 'conf-name', 'series'), context).replace(/[,;]$/, '');
}

function fieldOf(citation: XmlElement, name: string): string {
  const text = plainText(childNamed(citation, name) ?? descendantsNamed(citation, name)[0]);
  return text.replace(/^(?:vol(?:ume)?|issue|no|pp?)(?:\.\s?|\s)(?=\S)/i, '');
}

function pagesOf(citation: XmlElement): string {
  const range = fieldOf(citation, 'page-range');
  if (range !== '') return range;
  const first = fieldOf(citation, 'fpage');
  const last = fieldOf(citation, 'lpage');
  if (first !== '') return last === '' || last === first ? first : `${first}-${last}`;
  return last || fieldOf(citation, 'elocation-id');
}

/** From the markup; in an entry without any, a year in parentheses, else the last number that can be one. */
function yearOf(citation: XmlElement, raw: string): number | undefined {
  const marked = descendantsNamed(citation, 'year', 'string-date', 'date');
  for (const element of marked) {
    const year = /\d{4}/.exec(plainText(element))?.[0] ?? /^\d{4}/.exec(element.attributes['iso-8601-date'] ?? '')?.[0];
    if (year) return Number(year);
  }
  if (marked.length > 0) return undefined;
  const words = raw
    .replace(/\b(?:accessed|retrieved|last visited)\b.*$/i, '')
    .replaceAll(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+|\d{1,9}\s?[-–]\s?\d{1,9}/g, ' ');
  const inParentheses = /\(((?:1[5-9]|20)\d\d)[a-z]?\)/.exec(words)?.[1];
  const plain = [...words.matchAll(/(?<![\d.:/-])((?:1[5-9]|20)\d\d)[a-z]?(?![\d/-])/g)].at(-1)?.[1];
  const year = inParentheses ?? plain;
  return year === undefined ? undefined : Number(year);
}
