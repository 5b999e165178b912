import type { DraftBlock } from '../../../document/draft.ts';
import { childElements, childNamed, plainText, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext, ParagraphStyle } from '../context.ts';
import { withHeading } from './paragraphs.ts';

type Counter = (n: number) => string;

const counters: Record<string, Counter> = {
  order: (n) => `${n}.`,
  'alpha-lower': (n) => `${letters(n)}.`,
  'alpha-upper': (n) => `${letters(n).toUpperCase()}.`,
  'roman-lower': (n) => `${roman(n).toLowerCase()}.`,
  'roman-upper': (n) => `${roman(n)}.`,
};

/** Each paragraph of an item is a paragraph of kind `item`; the marker stands with the first. */
export function readList(list: XmlElement, context: JatsContext, outer: ParagraphStyle): DraftBlock[] {
  const type = list.attributes['list-type'] ?? '';
  const counter = Object.hasOwn(counters, type) ? counters[type] : undefined;
  const depth = (outer.list?.depth ?? 0) + 1;
  const items = childElements(list).filter(({ name }) => name === 'list-item');
  const style: ParagraphStyle = { kind: 'item', list: { depth, ordered: counter !== undefined } };
  const blocks = items.flatMap((item, i) => {
    const label = plainText(childNamed(item, 'label'));
    const marker = label || (counter?.(i + 1) ?? (type === 'bullet' ? '•' : ''));
    return withMarker(readItem(item, context, style), marker);
  });
  const rest = { ...list, children: list.children.filter((c) => typeof c === 'string' || c.name !== 'list-item') };
  return [...context.blocks(rest, { kind: 'text' }), ...blocks];
}

function readItem(item: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const title = context.flow();
  const element = childNamed(item, 'title');
  if (element) context.appendChildren(element, title);
  const blocks = context.blocks(item, style, ['label', 'title']);
  return [...title.lifted, ...withHeading(blocks, context.finish(title), style)];
}

function withMarker(blocks: DraftBlock[], marker: string): DraftBlock[] {
  const first = blocks.find((block) => block.type === 'paragraph' && block.kind === 'item');
  if (marker !== '' && first?.type === 'paragraph' && first.list) first.list = { ...first.list, marker };
  return blocks;
}

/** A defined term is the run-in heading of its definition. */
export function readDefinitionList(list: XmlElement, context: JatsContext, outer: ParagraphStyle): DraftBlock[] {
  const style: ParagraphStyle = { kind: 'item', list: { depth: (outer.list?.depth ?? 0) + 1, ordered: false } };
  return childElements(list).flatMap((child) => {
    if (child.name === 'def-item') return readDefinition(child, context, style);
    if (child.name === 'def-list') return readDefinitionList(child, context, style);
    return context.blocks({ ...list, children: [child] });
  });
}

function readDefinition(item: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const term = context.flow();
  for (const child of childElements(item)) {
    if (child.name === 'term') context.appendChildren(child, term.text.space() && term);
  }
  const blocks = context.blocks(item, style, ['term', 'label']);
  const labelled = withMarker(withHeading(blocks, context.finish(term), style), plainText(childNamed(item, 'label')));
  return [...term.lifted, ...labelled];
}

function letters(n: number): string {
  const rest = n > 26 ? letters(Math.floor((n - 1) / 26)) : '';
  return rest + String.fromCharCode(97 + ((n - 1) % 26));
}

const numerals: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
  ] as const),
  ...([
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(n: number): string {
  const numeral = numerals.find(([value]) => value <= n);
  return numeral ? numeral[1] + roman(n - numeral[0]) : '';
}
