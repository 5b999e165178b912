import type { Label } from '../../libs/ddm/src/read/pdf/references/model/labels.ts';
import type { Example } from '../../libs/ddm/src/read/pdf/references/model/train.ts';
import { parseXml } from '../../libs/ddm/src/read/xml/parse.ts';
import {
  collapse,
  descendants,
  descendantsNamed,
  isElement,
  rawText,
  type XmlElement,
} from '../../libs/ddm/src/read/xml/tree.ts';
import { type Segment, splitIssues, toExample } from './labelled-text.ts';

const anyStyleLabels: Readonly<Record<string, Label>> = {
  author: 'author',
  director: 'author',
  producer: 'author',
  title: 'title',
  journal: 'container',
  'container-title': 'container',
  source: 'container',
  date: 'date',
  volume: 'volume',
  pages: 'pages',
  publisher: 'publisher',
  location: 'location',
  editor: 'editor',
  translator: 'editor',
  url: 'url',
  doi: 'identifier',
  isbn: 'identifier',
  'citation-number': 'label',
};

/** Examples of AnyStyle's training format: each `sequence` a reference, each element in it a part. */
export function readAnyStyle(bytes: Uint8Array): Example[] {
  return descendantsNamed(parseXml(bytes), 'sequence').flatMap((sequence) => {
    const segments = sequence.children.filter(isElement).map((part) => ({
      text: `${collapse(rawText(part))} `,
      label: anyStyleLabels[part.name] ?? ('note' as const),
    }));
    const example = toExample(segments);
    return example && isUsable(example) ? [splitIssues(example)] : [];
  });
}

/** Examples of GROBID's training format: each `bibl` of a TEI file a reference with marked parts. */
export function readTeiReferences(bytes: Uint8Array): Example[] {
  return [...descendants(parseXml(bytes))]
    .filter((element) => localName(element) === 'bibl')
    .flatMap((bibl) => {
      const example = toExample(bibl.children.map((node) => segmentOf(node, bibl)));
      return example && isUsable(example) ? [example] : [];
    });
}

/** Some of the files declare the namespace of TEI, and some do not. */
function localName({ name }: XmlElement): string {
  return name.replace(/^.*[}:]/, '');
}

function segmentOf(node: XmlElement['children'][number], bibl: XmlElement): Segment {
  if (!isElement(node)) return { text: node.replaceAll(/\s+/g, ' ') };
  if (localName(node) === 'lb') return { text: ' ' };
  return { text: rawText(node).replaceAll(/\s+/g, ' '), label: teiLabel(node, bibl) };
}

function teiLabel(element: XmlElement, bibl: XmlElement): Label {
  const { attributes } = element;
  const name = localName(element);
  switch (name) {
    case 'author':
    case 'editor':
    case 'date':
    case 'publisher':
    case 'label':
      return name;
    case 'title':
      return titleLabel(attributes['level'], bibl);
    case 'biblScope':
      return scopeLabel(attributes['unit'] ?? attributes['type'] ?? '');
    case 'pubPlace':
      return 'location';
    case 'meeting':
      return 'container';
    case 'idno':
      return 'identifier';
    case 'ptr':
    case 'ref':
      return 'url';
    case 'orgName':
      return attributes['type'] === 'collaboration' ? 'author' : 'publisher';
    default:
      return 'note';
  }
}

/** The title of a book is that of the work, unless it holds an article. */
function titleLabel(level: string | undefined, bibl: XmlElement): Label {
  if (level === 'j') return 'container';
  if (level === 's') return 'note';
  const holdsArticle = bibl.children.some((node) => isElement(node) && node.attributes['level'] === 'a');
  return level === 'm' && holdsArticle ? 'container' : 'title';
}

function scopeLabel(unit: string): Label {
  if (unit.startsWith('vol')) return 'volume';
  if (unit.startsWith('iss')) return 'issue';
  return unit.startsWith('p') ? 'pages' : 'note';
}

/** Longer ones are lists that were marked as one. */
function isUsable({ tokens }: Example): boolean {
  return tokens.length > 2 && tokens.length < 250;
}
