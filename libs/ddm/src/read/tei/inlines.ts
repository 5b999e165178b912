import { hidden } from '../jats/text/hidden.ts';
import { element } from '../xml/element.ts';
import { isElement, plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { words } from '../xml/names.ts';
import { boxed } from './boxes.ts';
import { readBibl } from './references.ts';
import { formulaOf } from './formulas.ts';
import type { TeiReaders } from './readers.ts';

type Reader = (element: XmlElement, read: TeiReaders) => XmlNode[];

/** Elements that only say what a stretch of text is. */
const transparent = new Set(
  words(`
  s w pc seg c emph foreign term gloss soCalled mentioned distinct title name persName orgName placeName rs date time num measure
  abbr expan orig reg corr sic add supplied unclear ident att val gi tag email surname forename idno roleName genName
  nameLink addName geogName country settlement region choice app lem unit biblScope publisher pubPlace author editor
  said quote q cit bibl forestext hi code figDesc affiliation address addrLine postCode postBox street dateline signed
  salute byline docAuthor docTitle titlePart docDate docImprint argument epigraph opener closer trailer ab label
  `),
);

/** What an editor took away or replaced, and marks without text. */
const silent = new Set(words('lb pb cb gb milestone anchor gap del surplus index ptr fw graphic media rdg'));

const rendered: readonly (readonly [RegExp, string])[] = [
  [/sup/i, 'sup'],
  [/sub/i, 'sub'],
  [/bold|\bb\b/i, 'bold'],
  [/ital|\bi\b/i, 'italic'],
];

/** Running text of TEI as that of a JATS article. */
export function readTeiInlines(nodes: readonly XmlNode[], read: TeiReaders): XmlNode[] {
  return nodes.flatMap((node) => (isElement(node) ? readInline(node, read) : [node]));
}

function readInline(source: XmlElement, read: TeiReaders): XmlNode[] {
  const reader = Object.hasOwn(readers, source.name) ? readers[source.name] : undefined;
  if (reader) return reader(source, read);
  const inner = readTeiInlines(source.children, read);
  if (source.name === 's') return boxed(source.attributes.coords, [...inner, ' ']);
  if (source.name === hidden) return [element(hidden, {}, inner)];
  if (transparent.has(source.name)) return inner;
  if (silent.has(source.name)) return /^[lpcg]b$/.test(source.name) ? [' '] : [];
  if (read.isBlock(source.name)) return read.blocks([source], read);
  // An element that nobody knows goes on under its name, so that it is told of.
  return [{ ...source, children: inner }];
}

const readers: Record<string, Reader> = {
  hi: readHighlight,
  ref: readReference,
  ptr: readReference,
  formula: (source) => [formulaOf(source)],
  code: (source, read) => [element('monospace', {}, readTeiInlines(source.children, read))],
  choice: readChoice,
  bibl: (source, read) => readTeiInlines(readBibl(source), read),
};

function readHighlight(source: XmlElement, read: TeiReaders): XmlNode[] {
  const inner = readTeiInlines(source.children, read);
  const style = rendered.find(([pattern]) => pattern.test(source.attributes.rend ?? source.attributes.rendition ?? ''));
  return style ? [element(style[1], {}, inner)] : inner;
}

/** What an editor offers for a place: the corrected and regular form, the abbreviation as it stands. */
function readChoice(source: XmlElement, read: TeiReaders): XmlNode[] {
  const forms = source.children.filter(isElement);
  const rank = ['corr', 'reg', 'abbr'].map((name) => forms.find((form) => form.name === name)).find(Boolean);
  const chosen = rank ?? forms[0];
  return chosen ? readTeiInlines(chosen.children, read) : [];
}

function readReference(source: XmlElement, read: TeiReaders): XmlNode[] {
  const { type = '', target = '', coords } = source.attributes;
  const inner = readTeiInlines(source.children, read);
  const ids = target.split(/\s+/).flatMap((part) => (part.startsWith('#') ? [part.slice(1)] : []));
  const rid: Record<string, string> = ids.length > 0 ? { rid: ids.join(' ') } : {};
  if (/^(?:bibr?|bibl|biblio|cite|citation)$/.test(type)) {
    return boxed(coords, [element('xref', { 'ref-type': 'bibr', ...rid }, inner)]);
  }
  if (ids.length > 0 && type === '') return [element('xref', rid, inner)];
  if (ids.length > 0 || type !== '') {
    if (!/^(?:https?|ftp):/.test(target)) return [element('xref', { 'ref-type': type || 'other', ...rid }, inner)];
  }
  const shown = inner.length > 0 && plainText(source) !== '' ? inner : [target];
  return /^(?:https?|ftp|mailto):/.test(target) ? [element('ext-link', { 'xlink:href': target }, shown)] : shown;
}
