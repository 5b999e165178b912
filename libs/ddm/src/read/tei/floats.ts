import { element } from '../xml/element.ts';
import { childNamed, childrenNamed, isElement, plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { boxed } from './boxes.ts';
import { coordsOf, idOf } from './attributes.ts';
import type { TeiReaders } from './readers.ts';

/** A figure or, where its type or content says so, a table. */
export function readTeiFigure(source: XmlElement, read: TeiReaders): XmlElement[] {
  const grids = childrenNamed(source, 'table');
  const isTable = source.attributes.type === 'table' || (grids.length > 0 && !childNamed(source, 'graphic'));
  const kind = isTable ? 'Table' : 'Figure';
  const head = childNamed(source, 'head');
  const label = labelOf(plainText(head), plainText(childNamed(source, 'label')), kind);
  const description = childNamed(source, 'figDesc');
  const caption = [
    ...captionHead(head, read),
    ...(description ? captionParagraph(description, plainText(head), read) : []),
  ];
  const told = new Set(['head', 'label', 'figDesc', 'table', 'graphic', 'note', 'media', 'binaryObject']);
  const rest = source.children.filter((child) => isElement(child) && !told.has(child.name));
  const notes = childrenNamed(source, 'note').filter((note) => plainText(note) !== '');
  return [
    element(isTable ? 'table-wrap' : 'fig', { ...coordsOf(source), ...idOf(source) }, [
      ...(label === undefined ? [] : [element('label', {}, [label])]),
      ...(caption.length > 0 ? [element('caption', {}, caption)] : []),
      ...(isTable ? grids.map((grid) => gridOf(grid, read)) : []),
      ...(isTable ? notes.map((note) => element('table-wrap-foot', {}, read.blocks([note], read, true))) : []),
      ...(isTable ? [] : read.blocks([...rest, ...notes], read, true)),
    ]),
    ...(isTable ? [] : grids.flatMap((grid) => readTeiTable(grid, read))),
    ...(isTable && rest.length > 0 ? (read.blocks(rest, read).filter(isElement) satisfies XmlElement[]) : []),
  ];
}

/** A table on its own, with its title inside. */
export function readTeiTable(source: XmlElement, read: TeiReaders): XmlElement[] {
  const head = childNamed(source, 'head');
  const label = labelOf(plainText(head), '', 'Table');
  const caption = captionHead(head, read);
  return [
    element('table-wrap', { ...coordsOf(source), ...idOf(source) }, [
      ...(label === undefined ? [] : [element('label', {}, [label])]),
      ...(caption.length > 0 ? [element('caption', {}, caption)] : []),
      gridOf(source, read),
    ]),
  ];
}

const onlyLabel =
  /^(?:Fig(?:ure|\.)?|Tab(?:le|\.)?|Scheme|Algorithm|Listing|Box)\s*[A-Z]?\.?\d*[.\d]*[a-z]?\s*[.:|–-]?$/i;
const withLabel = /^(?:Fig(?:ure|\.)?|Tab(?:le|\.)?|Scheme|Algorithm|Listing|Box)\s*[A-Z]?\.?\d+(?:\.\d+)*/i;

/** "Table 1 :" is the label, "1" its number; of a head that goes on with a title, only what it begins with. */
function labelOf(head: string, number: string, kind: string): string | undefined {
  const label =
    withLabel.exec(head)?.[0] ?? (number === '' ? undefined : /^\d/.test(number) ? `${kind} ${number}` : number);
  return label?.replaceAll(/\s+/g, ' ').replace(/[\s.:]+$/, '');
}

/** The part of a head that is no label. */
function captionHead(head: XmlElement | undefined, read: TeiReaders): XmlNode[] {
  if (!head || onlyLabel.test(plainText(head)) || plainText(head) === '') return [];
  return [
    element('title', {}, boxed(head.attributes.coords, withoutStart(read.inlines(head.children, read), withLabel))),
  ];
}

/** A description that repeats the label that its head gives already begins behind it. */
function captionParagraph(description: XmlElement, head: string, read: TeiReaders): XmlNode[] {
  const content = read.inlines(description.children, read);
  const text = plainText(description);
  if (text === '') return [];
  const repeats = head !== '' && text.replaceAll(/\s/g, '').startsWith(head.replaceAll(/\s/g, ''));
  const kept = repeats && onlyLabel.test(head) ? withoutStart(content, withLabel) : content;
  return [element('p', {}, boxed(description.attributes.coords, kept))];
}

function withoutStart(nodes: readonly XmlNode[], pattern: RegExp): XmlNode[] {
  const [first, ...rest] = nodes;
  if (typeof first === 'string') {
    const text = first.trimStart().replace(pattern, '');
    return [text.replace(/^[\s.:|–-]+/, ''), ...rest];
  }
  return first ? [{ ...first, children: withoutStart(first.children, pattern) }, ...rest] : [];
}

function gridOf(source: XmlElement, read: TeiReaders): XmlElement {
  const rows = childrenNamed(source, 'row').map((row) => {
    const isHead = row.attributes.role === 'label';
    const cells = childrenNamed(row, 'cell').map((cell) => {
      const spans: Record<string, string> = {
        ...(cell.attributes.cols === undefined ? {} : { colspan: cell.attributes.cols }),
        ...(cell.attributes.rows === undefined ? {} : { rowspan: cell.attributes.rows }),
      };
      return element(
        isHead || cell.attributes.role === 'label' ? 'th' : 'td',
        spans,
        read.inlines(cell.children, read),
      );
    });
    return element('tr', {}, cells);
  });
  const others = source.children.filter((child) => isElement(child) && !['row', 'head'].includes(child.name));
  return element('table', {}, [element('tbody', {}, [...rows, ...read.inlines(others, read)])]);
}
