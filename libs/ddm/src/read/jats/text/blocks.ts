import type { DraftBlock } from '../../../document/draft.ts';
import { childElements, descendants, isElement, rawText, type XmlElement } from '../../xml/tree.ts';
import { chooseAlternative } from './alternatives.ts';
import { readCode, readQuote, readRunIn, readVerse } from './block-texts.ts';
import type { Flow, JatsContext, NodeReaders, ParagraphStyle } from '../context.ts';
import { separateNames, silentNames, spacedNames, transparentNames, unprintedNames } from './element-kinds.ts';
import { hasCaption, readFigure, readSupplement, readTableGroup } from '../floats/floats.ts';
import { readFootnote, readFootnoteGroup } from './footnotes.ts';
import { readFormula, readFormulaGroup } from '../math/formulas.ts';
import { readDefinitionList, readList } from './lists.ts';
import { paragraphOf } from './paragraphs.ts';
import { readBox, readSection } from './sections.ts';
import { readTable, readTableWrap } from '../floats/tables.ts';

type BlockReader = (element: XmlElement, context: JatsContext, style: ParagraphStyle) => DraftBlock[];

const plain: ParagraphStyle = { kind: 'text' };
const inner: BlockReader = (element, context, style) => context.blocks(element, style);
const section: BlockReader = (element, context) => [readSection(element, context)];

const readers: Record<string, BlockReader> = {
  p: inner,
  sec: section,
  'boxed-text': readBox,
  list: readList,
  'def-list': readDefinitionList,
  'disp-quote': readQuote,
  'verse-group': readVerse,
  statement: readRunIn,
  speech: readRunIn,
  code: readCode,
  preformat: readCode,
  ack: (element, context) => [readSection(element, context, 'acknowledgement')],
  app: (element, context) => [readSection(element, context, 'appendix')],
  'app-group': (element, context) =>
    element.children.some((child) => isElement(child) && child.name === 'title')
      ? [readSection(element, context, 'appendix')]
      : context.blocks(element),
  glossary: section,
  notes: section,
  bio: section,
  'tp:taxon-treatment': section,
  'tp:treatment-sec': section,
  'ref-list': readReferenceListText,
  question: section,
  answer: section,
  explanation: section,
  'question-wrap': inner,
  'answer-set': inner,
  'sig-block': inner,
  'block-alternatives': readAlternative,
  alternatives: readAlternative,
  graphic: (element, context) => (hasCaption(element) ? readFigure(element, context) : silent(element, context)),
  media: (element, context) => (hasCaption(element) ? readSupplement(element, context) : silent(element, context)),
};

/** Units that may stand amid running text without ending it. */
const floating: Record<string, BlockReader> = {
  fig: readFigure,
  'fig-group': readFigure,
  'chem-struct-wrap': readFigure,
  'table-wrap': readTableWrap,
  'table-wrap-group': readTableGroup,
  table: readTable,
  'oasis:table': readTable,
  array: readTable,
  'disp-formula': (element, context) => {
    const { formula, lifted } = readFormula(element, context);
    return [formula, ...lifted];
  },
  'disp-formula-group': readFormulaGroup,
  fn: readFootnote,
  'fn-group': readFootnoteGroup,
  'supplementary-material': readSupplement,
};

/**
 * Reads the content of an element as blocks. Text and inline elements that follow each other make a paragraph, be it
 * in a `p` or loose; what is a block of its own ends it.
 */
export const readBlocks: NodeReaders['blocks'] = (parent, context, options = {}) => {
  const { style = plain, skip = [] } = options;
  const blocks: DraftBlock[] = [];
  let flow: Flow | undefined;
  const flush = (): void => {
    if (flow) blocks.push(...paragraphOf(flow, context, style));
    flow = undefined;
  };
  for (const child of parent.children) {
    if (!isElement(child)) {
      if (flow || /\S/.test(child)) context.append(child, (flow ??= context.flow()));
      continue;
    }
    if (skip.includes(child.name)) continue;
    const running = flow !== undefined || parent.name === 'p';
    const reader = blockReaderOf(child, running);
    if (reader) {
      flush();
      blocks.push(...reader(child, context, style));
    } else context.append(child, (flow ??= context.flow()));
  }
  flush();
  return blocks;
};

function blockReaderOf(element: XmlElement, running: boolean): BlockReader | undefined {
  const { name } = element;
  if (name === 'code' && running && !rawText(element).includes('\n')) return undefined;
  if (name === 'alternatives' && running) return undefined;
  if (Object.hasOwn(readers, name)) return readers[name];
  if (Object.hasOwn(floating, name)) return running && name !== 'fn-group' ? undefined : floating[name];
  if (separateNames.has(name)) return separate;
  const known =
    transparentNames.has(name) || spacedNames.has(name) || silentNames.has(name) || unprintedNames.has(name);
  return !known && holdsBlocks(element) ? unknown : undefined;
}

const separate: BlockReader = (element, context, style) => {
  const flow = context.flow();
  context.appendChildren(element, flow);
  return paragraphOf(flow, context, style);
};

/** An element that the reader does not know but that holds blocks is read through. */
const unknown: BlockReader = (element, context, style) => {
  context.findings.unknown(element.name);
  return context.blocks(element, style);
};

function holdsBlocks(element: XmlElement): boolean {
  for (const { name } of descendants(element)) {
    if (name === 'alternatives' || name === 'graphic' || name === 'media') continue;
    if (Object.hasOwn(readers, name) || Object.hasOwn(floating, name)) return true;
  }
  return false;
}

function readAlternative(element: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const { chosen, others } = chooseAlternative(element);
  for (const other of others) context.findings.dropped('other forms of the same', rawText(other).trim().length);
  return chosen ? context.blocks({ ...element, name: 'alternative', children: [chosen] }, style) : [];
}

function silent(element: XmlElement, context: JatsContext): DraftBlock[] {
  const flow = context.flow();
  context.appendChildren(element, flow);
  return paragraphOf(flow, context, { kind: 'text' });
}

/** The entries of a reference list are read apart from it; what else it says is a section. */
function readReferenceListText(list: XmlElement, context: JatsContext): DraftBlock[] {
  const others = childElements(list).filter(({ name }) => !['ref', 'title', 'label', 'ref-list'].includes(name));
  const nested = childElements(list).filter(({ name }) => name === 'ref-list');
  const own = others.length > 0 ? [readSection(withoutEntries(list), context, 'references')] : [];
  return [...own, ...nested.flatMap((inside) => readReferenceListText(inside, context))];
}

function withoutEntries(list: XmlElement): XmlElement {
  return {
    ...list,
    children: list.children.filter((child) => !isElement(child) || !/^ref(?:-list)?$/.test(child.name)),
  };
}
