import { element } from '../xml/element.ts';
import { words } from '../xml/names.ts';
import { childElements, isElement, plainText, rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { HtmlContext } from './context.ts';
import { isEquation, readEquations } from './equations.ts';
import { isGrid, readHtmlFigure, readHtmlTable } from './floats.ts';
import { isHidden } from './hidden.ts';
import { readHtmlInlines, readMath } from './inlines.ts';
import { find, hasClass, without } from './selectors.ts';

const blockNames = new Set(
  words(`
  p div section article main header aside address details summary figure table ul ol dl blockquote pre hr center
  h1 h2 h3 h4 h5 h6 fieldset hgroup li dt dd body
  `),
);

/** Whether an element ends running text. LaTeXML writes some blocks as inline elements. */
export function isBlock(source: XmlElement): boolean {
  if (hasClass(source, 'ltx_note')) return false;
  return blockNames.has(source.name) || isEquation(source) || (isGrid(source) && source.name !== 'span');
}

/** Blocks of a page as those of an article; headings are lines of their own here: see `sections.ts`. */
export function readHtmlBlocks(nodes: readonly XmlNode[], context: HtmlContext): XmlNode[] {
  const blocks: XmlNode[] = [];
  let run: XmlNode[] = [];
  const flush = (): void => {
    const isBlank = run.every((node) => !isElement(node) && node.trim() === '');
    if (!isBlank) blocks.push(element('p', {}, readHtmlInlines(run, context)));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      run.push(node);
      continue;
    }
    flush();
    blocks.push(...readHtmlBlock(node, isHidden(node) ? { ...context, hidden: true } : context));
  }
  flush();
  return blocks;
}

export function readHtmlBlock(source: XmlElement, context: HtmlContext): XmlNode[] {
  const { name } = source;
  if (isEquation(source)) return readEquations(source);
  if (hasClass(source, 'ltx_theorem', 'ltx_proof')) return readStatement(source, context);
  if (hasClass(source, 'ltx_listing', 'ltx_verbatim')) return readCode(source);
  switch (name) {
    case 'p':
      return readHtmlBlocksInParagraph(source, context);
    case 'figure':
      return readHtmlFigure(source, context);
    case 'table':
      return readHtmlTable(source, context);
    case 'ul':
    case 'ol':
      return [readList(source, context)];
    case 'dl':
      return [readDefinitions(source, context)];
    case 'blockquote':
      return [element('disp-quote', {}, readHtmlBlocks(source.children, context))];
    case 'pre':
      return readCode(source);
    case 'hr':
      return [];
    default:
      if (/^h[1-6]$|^summary$/.test(name)) return [boldLine(source, context)];
      return readHtmlBlocks(source.children, context);
  }
}

function boldLine(source: XmlElement, context: HtmlContext): XmlElement {
  return element('p', {}, [element('bold', {}, readHtmlInlines(source.children, context))]);
}

/** A paragraph that holds nothing but a displayed formula is that. */
function readHtmlBlocksInParagraph(source: XmlElement, context: HtmlContext): XmlNode[] {
  const elements = childElements(source);
  const [only] = elements;
  if (elements.length === 1 && only?.name === 'mml:math' && rawText(source).trim() === rawText(only).trim()) {
    const formula = readMath(only);
    if (formula.name === 'disp-formula') return [formula];
  }
  return [element('p', {}, readHtmlInlines(source.children, context))];
}

function readCode(source: XmlElement): XmlNode[] {
  const lines = childElements(source).filter((inner) => hasClass(inner, 'ltx_listingline'));
  const text = lines.length > 0 ? lines.map((line) => rawText(line)).join('\n') : rawText(source);
  return text.trim() === '' ? [] : [element('code', {}, [text])];
}

/** What a theorem is called is the run-in heading of its first paragraph. */
function readStatement(source: XmlElement, context: HtmlContext): XmlNode[] {
  const title = find(source, (inner) => hasClass(inner, 'ltx_title'));
  const body = title ? without(source, (inner) => inner === title) : source;
  return [
    element('statement', {}, [
      ...(title ? [element('title', {}, readHtmlInlines(title.children, context))] : []),
      ...readHtmlBlocks(body.children, context),
    ]),
  ];
}

function readList(source: XmlElement, context: HtmlContext): XmlElement {
  const items = childElements(source).map((item) => {
    const tag = childElements(item).find((inner) => hasClass(inner, 'ltx_tag', 'ltx_tag_item'));
    const body = item.children.filter((child) => child !== tag);
    return element('list-item', {}, [
      ...(tag && plainText(tag) !== '' ? [element('label', {}, [plainText(tag)])] : []),
      ...readHtmlBlocks(body, context),
    ]);
  });
  return element('list', { 'list-type': source.name === 'ol' ? 'order' : 'bullet' }, items);
}

function readDefinitions(source: XmlElement, context: HtmlContext): XmlElement {
  const items: XmlElement[] = [];
  const parts = childElements(source).flatMap((inner) => (inner.name === 'div' ? childElements(inner) : [inner]));
  for (const child of parts) {
    if (child.name === 'dt') {
      items.push(element('def-item', {}, [element('term', {}, readHtmlInlines(child.children, context))]));
    } else if (child.name === 'dd') {
      const last = items.at(-1) ?? element('def-item');
      if (items.length === 0) items.push(last);
      last.children.push(element('def', {}, readHtmlBlocks(child.children, context)));
    }
  }
  return element('def-list', {}, items);
}
