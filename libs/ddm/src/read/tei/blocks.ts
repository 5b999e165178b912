import { element } from '../xml/element.ts';
import {
  childNamed,
  childrenNamed,
  isElement,
  plainText,
  rawText,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts';
import { boxed } from './boxes.ts';
import { idOf } from './attributes.ts';
import { readTeiFigure, readTeiTable } from './floats.ts';
import { formulaOf } from './formulas.ts';
import type { TeiReaders } from './readers.ts';

type Reader = (element: XmlElement, read: TeiReaders) => XmlNode[];

const readers: Record<string, Reader> = {
  p: readParagraph,
  ab: readParagraph,
  head: (source, read) => [element('p', {}, [element('bold', {}, read.inlines(source.children, read))])],
  figure: readTeiFigure,
  table: readTeiTable,
  list: readTeiList,
  note: readNote,
  quote: readQuote,
  cit: readQuote,
  floatingText: (source, read) => readTeiBlocks(source.children, read),
  eg: readCode,
  formula: (source) => [formulaOf(source, true)],
  lg: readVerse,
  l: readParagraph,
  sp: (source, read) => readTeiBlocks(source.children, read),
  listBibl: () => [],
  biblStruct: () => [],
  ...Object.fromEntries(
    ['div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7'].map((name) => [name, readDivision]),
  ),
};

/** Elements that are blocks wherever they stand. */
export const blockNames: ReadonlySet<string> = new Set(Object.keys(readers).filter((name) => name !== 'head'));

/** Blocks of TEI as those of a JATS article. `plain`: notes are text where they stand, as below a table. */
export function readTeiBlocks(nodes: readonly XmlNode[], read: TeiReaders, plain = false): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (!isElement(node)) return [node];
    if (plain && node.name === 'note') return readTeiBlocks([{ ...node, name: 'p' }], read);
    return Object.hasOwn(readers, node.name) ? readTeiBlock(node, read) : read.inlines([node], read);
  });
}

function readTeiBlock(source: XmlElement, read: TeiReaders): XmlNode[] {
  return readers[source.name]?.(source, read) ?? [];
}

function readParagraph(source: XmlElement, read: TeiReaders): XmlNode[] {
  const hasSentences = childNamed(source, 's')?.attributes.coords !== undefined;
  const content = read.inlines(source.children, read);
  return [element('p', {}, hasSentences ? content : boxed(source.attributes.coords, content))];
}

/** A division without a head that only frames another is that one. */
function readDivision(source: XmlElement, read: TeiReaders): XmlNode[] {
  const head = childNamed(source, 'head');
  const type = source.attributes.type ?? '';
  const content = source.children.filter((child) => child !== head);
  const blocks = readTeiBlocks(content, read);
  if (!head && !/\S/.test(blocks.map(rawText).join(''))) return [];
  if (!head && type !== '') {
    const inner = blocks.filter(isElement);
    if (inner.length === 1 && inner[0]?.name === 'sec') return [{ ...inner[0], ...typed(inner[0], type) }];
  }
  const number = head?.attributes.n ?? '';
  const title = head ? boxed(head.attributes.coords, read.inlines(head.children, read)) : [];
  const section = element('sec', idOf(source), [
    ...(number === '' ? [] : [element('label', {}, [number])]),
    ...(head ? [element('title', {}, title)] : []),
    ...blocks,
  ]);
  return [{ ...section, ...typed(section, type) }];
}

/** The kind of section that the type of a division tells. */
function typed({ attributes }: XmlElement, type: string): Pick<XmlElement, 'name' | 'attributes'> {
  if (/^acknowledge?ments?$/i.test(type)) return { name: 'ack', attributes };
  if (/^(?:annex|appendix)$/i.test(type)) return { name: 'app', attributes };
  return { name: 'sec', attributes: type === '' ? attributes : { ...attributes, 'sec-type': type } };
}

/** Lists of terms and their explanations have labels before their items. */
function readTeiList(source: XmlElement, read: TeiReaders): XmlNode[] {
  const ordered = /order|number|^(?:\d|arabic)/i.test(`${source.attributes.type ?? ''}${source.attributes.rend ?? ''}`);
  const head = childNamed(source, 'head');
  let label: XmlElement | undefined;
  const items: XmlElement[] = [];
  for (const child of source.children.filter(isElement)) {
    if (child.name === 'label') label = child;
    if (child.name !== 'item') continue;
    const number = child.attributes.n ?? '';
    const marker = number === '' ? undefined : element('label', {}, [number]);
    const title = label ? element('title', {}, read.inlines(label.children, read)) : undefined;
    items.push(
      element('list-item', {}, [
        ...(marker ? [marker] : []),
        ...(title ? [title] : []),
        ...readTeiBlocks(child.children, read),
      ]),
    );
    label = undefined;
  }
  return [
    ...(head ? [element('p', {}, read.inlines(head.children, read))] : []),
    element('list', { 'list-type': ordered ? 'order' : 'bullet' }, items),
  ];
}

function readNote(source: XmlElement, read: TeiReaders): XmlNode[] {
  if (plainText(source) === '') return [];
  const number = source.attributes.n ?? '';
  return [
    element('fn', idOf(source), [
      ...(number === '' ? [] : [element('label', {}, [number])]),
      ...readTeiBlocks(source.children, read),
    ]),
  ];
}

function readQuote(source: XmlElement, read: TeiReaders): XmlNode[] {
  return [element('disp-quote', {}, readTeiBlocks(source.children, read))];
}

function readCode(source: XmlElement): XmlNode[] {
  return [element('code', {}, [rawText(source)])];
}

function readVerse(source: XmlElement, read: TeiReaders): XmlNode[] {
  const lines = childrenNamed(source, 'l').map((line) => element('verse-line', {}, read.inlines(line.children, read)));
  return [element('verse-group', {}, lines)];
}
