import type {
  DraftBlock,
  DraftFigure,
  DraftParagraph,
  DraftSection,
  DraftTable,
  DraftText,
} from '../../../document/draft.ts';
import { captionLabel } from '../blocks/caption-label.ts';
import type { PageArea } from '../layout/lay-out-page.ts';
import { textOf } from '../lines/fragment.ts';
import type { Line } from '../lines/line.ts';
import { formulaLabel } from '../structure/is-formula.ts';
import type { Run } from '../structure/sequence.ts';
import type { Unit } from '../structure/unit.ts';
import { tableRows } from '../tables/build-table.ts';
import type { TableRules } from '../tables/table-rules.ts';
import { type BoxMaker, flowText, type FlowText, sliceFlow } from '../text/flow-text.ts';
import type { Lexicon } from '../text/lexicon.ts';

export type BlockContext = {
  lexicon: Lexicon;
  box: BoxMaker;
  /** Adds the marks of a text: where it stands, what it cites. */
  mark: (flow: FlowText) => DraftText;
  /** The area of each caption. */
  areas: ReadonlyMap<Unit, PageArea>;
  /** The rules in an area. */
  rulesOf: (area: PageArea) => TableRules;
};

type Open = { section: DraftSection; depth: number };

/** Runs to the blocks of a document: sections by the depth of their headings, the rest in reading order. */
export function buildBlocks(runs: readonly Run[], context: BlockContext): DraftBlock[] {
  const root: DraftBlock[] = [];
  const open: Open[] = [];
  for (const run of runs) {
    const { unit } = run;
    if (unit.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= unit.depth) open.pop();
      const section = sectionOf(run, unit, context);
      (open.at(-1)?.section.blocks ?? root).push(section);
      open.push({ section, depth: unit.depth });
      continue;
    }
    (open.at(-1)?.section.blocks ?? root).push(...blocksOf(run, context));
  }
  return root;
}

function sectionOf({ lines }: Run, unit: Extract<Unit, { type: 'heading' }>, context: BlockContext): DraftSection {
  const flow = flowText(lines, context.lexicon);
  const at = unit.number === undefined ? 0 : Math.max(0, flow.text.indexOf(unit.number) + unit.number.length);
  const skipped = /^[.:)]?\s*/.exec(flow.text.slice(at))?.[0].length ?? 0;
  const heading = context.mark(sliceFlow(flow, unit.number === undefined ? 0 : at + skipped));
  return { type: 'section', ...(unit.number === undefined ? {} : { number: unit.number }), heading, blocks: [] };
}

function blocksOf(run: Run, context: BlockContext): DraftBlock[] {
  const { unit, lines } = run;
  switch (unit.type) {
    case 'text':
      return [paragraph('text', context.mark(flowText(lines, context.lexicon)))];
    case 'item': {
      const flow = flowText(lines, context.lexicon);
      const { marker, ordered, length } = unit.marker;
      const content = context.mark(sliceFlow(flow, Math.min(length, flow.text.length)));
      return [
        {
          ...paragraph('item', content),
          list: { depth: listDepth(unit), ordered, ...(marker === '' ? {} : { marker }) },
        },
      ];
    }
    case 'code':
      return [paragraph('code', verbatim(lines, context))];
    case 'formula': {
      const { text } = flowText(lines, context.lexicon);
      const label = formulaLabel(text);
      const boxes = lines.map((line) =>
        context.box(line.page, { x0: line.x0, y0: line.top, x1: line.x1, y1: line.bottom }),
      );
      return [{ type: 'formula', ...(label === undefined ? {} : { label }), text, boxes }];
    }
    case 'caption':
      return [floatOf(run, unit, context)];
    case 'footnote':
      return [footnoteOf(run, unit, context)];
    case 'area':
      return unit.block.area.kind === 'table' && ![...context.areas.values()].includes(unit.block.area)
        ? [tableOf(unit.block.area, { text: '', marks: [] }, undefined, context)]
        : [];
    default:
      throw new Error('a heading is no block of a section');
  }
}

function paragraph(kind: DraftParagraph['kind'], content: DraftText): DraftParagraph {
  return { type: 'paragraph', kind, content };
}

/** Points by which each level of a list is moved in. */
const listIndent = 14;

function listDepth({ block }: Extract<Unit, { type: 'item' }>): number {
  const indent = (block.lines[0]?.x0 ?? 0) - block.margins.left;
  return Math.min(4, Math.max(1, 1 + Math.floor((indent - 12) / listIndent / 1.4)));
}

function footnoteOf({ lines }: Run, { label }: Extract<Unit, { type: 'footnote' }>, context: BlockContext): DraftBlock {
  const flow = flowText(lines, context.lexicon);
  const content = context.mark(sliceFlow(flow, label && flow.text.startsWith(label) ? label.length : 0));
  return { type: 'footnote', ...(label === undefined ? {} : { label }), paragraphs: [paragraph('text', content)] };
}

function floatOf(
  { lines }: Run,
  unit: Extract<Unit, { type: 'caption' }>,
  context: BlockContext,
): DraftFigure | DraftTable {
  const flow = flowText(lines, context.lexicon);
  const { label, length } = captionLabel(flow.text) ?? unit.label;
  const caption = context.mark(sliceFlow(flow, Math.min(length, flow.text.length)));
  const area = context.areas.get(unit);
  if (unit.label.what === 'table' && area && area.lines.length > 0) return tableOf(area, caption, label, context);
  const boxes = area ? [context.box(area.page, area)] : [];
  if (unit.label.what === 'table') return { type: 'table', label, caption, rows: [], notes: [], boxes };
  return { type: 'figure', label, caption, boxes };
}

function tableOf(area: PageArea, caption: DraftText, label: string | undefined, context: BlockContext): DraftTable {
  return {
    type: 'table',
    ...(label === undefined ? {} : { label }),
    caption,
    rows: tableRows(area.lines, context.rulesOf(area), context),
    notes: [],
    boxes: [context.box(area.page, area)],
  };
}

/** Code keeps its lines, and how far they are moved in. */
function verbatim(lines: readonly Line[], context: BlockContext): DraftText {
  const left = Math.min(...lines.map(({ x0 }) => x0));
  let text = '';
  const marks: DraftText['marks'] = [];
  for (const line of lines) {
    const letter = widthOfLetter(line);
    if (text !== '') text += '\n';
    const indent = text === '' ? 0 : Math.max(0, Math.round((line.x0 - left) / letter));
    text += ' '.repeat(indent);
    const start = text.length;
    text += textOf(line.pieces);
    marks.push({
      kind: 'box',
      start,
      end: text.length,
      box: context.box(line.page, { x0: line.x0, y0: line.top, x1: line.x1, y1: line.bottom }),
    });
  }
  return { text, marks };
}

function widthOfLetter(line: Line): number {
  const [piece] = line.pieces;
  return piece ? Math.max(1, (piece.x1 - piece.x0) / Math.max(1, piece.text.length)) : 5;
}
