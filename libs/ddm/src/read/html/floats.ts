import { element } from '../xml/element.ts';
import { childElements, childNamed, isElement, plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { HtmlContext } from './context.ts';
import { find, findAll, hasClass, without } from './selectors.ts';

const printedLabel =
  /^\s*((?:Fig(?:ure|\.)?|Tab(?:le|\.)?|Scheme|Algorithm|Listing|Box)\s*[A-Z]?\.?\d+(?:\.\d+)*[a-z]?)\s*[.:|–—-]?\s*/i;

/** A figure with its caption; with a grid in it and no picture, a table. Figures inside one are figures of their own. */
export function readHtmlFigure(source: XmlElement, context: HtmlContext): XmlNode[] {
  const caption =
    childElements(source).find(({ name }) => name === 'figcaption') ??
    find(source, ({ name }) => name === 'figcaption');
  const inside = findAll(source, ({ name }) => name === 'figure');
  const own = without(source, (inner) => inner === caption || inside.includes(inner));
  const grids = findAll(own, isGrid);
  const isTable = grids.length > 0 && (hasClass(source, 'ltx_table') || !find(own, ({ name }) => name === 'img'));
  const rest = without(
    own,
    (inner) =>
      grids.includes(inner) ||
      inner.name === 'img' ||
      (hasClass(inner, 'ltx_transformed_outer') && plainText(inner) === ''),
  );
  const blocks = context.readers.blocks(rest.children, context);
  const text = captionOf(caption, context);
  const id: Record<string, string> = source.attributes.id === undefined ? {} : { id: source.attributes.id };
  const float = isTable
    ? element('table-wrap', id, [...text, ...grids.map((grid) => gridOf(grid, context)), ...foot(blocks)])
    : element('fig', id, [...text, ...blocks]);
  const isFrame = !caption && inside.length > 0 && blocks.length === 0;
  return [
    ...(isFrame ? [] : [float]),
    ...(isTable ? [] : grids.map((grid) => element('table-wrap', {}, [gridOf(grid, context)]))),
    ...inside.flatMap((figure) => readHtmlFigure(figure, context)),
  ];
}

function foot(blocks: readonly XmlNode[]): XmlElement[] {
  return blocks.some((block) => plainText(block) !== '') ? [element('table-wrap-foot', {}, blocks)] : [];
}

/** A table on its own. One that only lays out the page, or a single cell, is what it holds. */
export function readHtmlTable(source: XmlElement, context: HtmlContext): XmlNode[] {
  if (source.attributes.role === 'presentation') {
    return findAll(source, ({ name }) => name === 'td' || name === 'th').flatMap((cell) =>
      context.readers.blocks(cell.children, context),
    );
  }
  return [element('table-wrap', {}, [...captionOf(childNamed(source, 'caption'), context), gridOf(source, context)])];
}

export function isGrid(source: XmlElement): boolean {
  return (
    (source.name === 'table' || hasClass(source, 'ltx_tabular')) &&
    !hasClass(source, 'ltx_equation', 'ltx_equationgroup', 'ltx_eqn_table')
  );
}

function captionOf(caption: XmlElement | undefined, context: HtmlContext): XmlElement[] {
  if (!caption || plainText(caption) === '') return [];
  const tag = find(caption, (inner) => hasClass(inner, 'ltx_tag', 'label', 'caption-label', 'figure-label'));
  const content = context.readers.inlines(
    (tag ? without(caption, (inner) => inner === tag) : caption).children,
    context,
  );
  const printed = tag ? plainText(tag) : (printedLabel.exec(plainText(caption))?.[1] ?? '');
  const label = printed.replace(/[\s.:]+$/, '');
  return [
    ...(label === '' ? [] : [element('label', {}, [label])]),
    element('caption', {}, [element('p', {}, tag || label === '' ? content : dropStart(content))]),
  ];
}

/** Without the label that the text begins with, however it is dressed. */
function dropStart(nodes: readonly XmlNode[]): XmlNode[] {
  const at = nodes.findIndex((node) => plainText(node) !== '');
  const first = nodes[at];
  if (first === undefined) return [...nodes];
  const kept =
    typeof first === 'string' ? first.replace(printedLabel, '') : { ...first, children: dropStart(first.children) };
  const next = nodes[at + 1];
  const rest = nodes.slice(at + 1);
  if (isElement(kept) && plainText(kept) === '' && typeof next === 'string') rest[0] = next.replace(/^[\s.:|–—-]+/, '');
  return [...nodes.slice(0, at), kept, ...rest];
}

function gridOf(source: XmlElement, context: HtmlContext): XmlElement {
  const rowsOf = (parent: XmlElement): XmlElement[] =>
    childElements(parent).flatMap((child): XmlElement[] => {
      if (child.name === 'tr' || hasClass(child, 'ltx_tr')) return [rowOf(child, context)];
      if (child.name === 'thead') return [element('thead', {}, rowsOf(child))];
      return child.name === 'caption' || child.name === 'colgroup' || child.name === 'col' ? [] : rowsOf(child);
    });
  return element('table', {}, rowsOf(source));
}

function rowOf(row: XmlElement, context: HtmlContext): XmlElement {
  const cells = childElements(row).map((cell) => {
    const { colspan, rowspan } = cell.attributes;
    const isHead = cell.name === 'th' || hasClass(cell, 'ltx_th_column');
    return element(
      isHead ? 'th' : 'td',
      { ...(colspan === undefined ? {} : { colspan }), ...(rowspan === undefined ? {} : { rowspan }) },
      context.readers.inlines(cell.children, context),
    );
  });
  return element('tr', {}, cells);
}
