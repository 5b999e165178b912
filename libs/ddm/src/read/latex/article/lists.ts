import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { plainTextOf } from './node-text.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { EnvironmentNode, LatexNode } from '../tree/node.ts';
import type { LatexContext } from './context.ts';
import { counterStyles } from './counters.ts';
import type { Writer } from './writer.ts';

/** How items are marked at each level of numbered lists. */
const levelStyles = [(n: string) => `${n}.`, (n: string) => `(${n})`, (n: string) => `${n}.`, (n: string) => `${n}.`];
const levelCounters = ['arabic', 'alph', 'roman', 'Alph'];

type Item = { label: LatexNode[] | undefined; content: LatexNode[] };

/** The items of a list environment, each with the label that it is given. */
function itemsOf(node: EnvironmentNode): { options: string; items: Item[] } {
  const cursor = new NodeCursor(node.children);
  const options = cursor.rawOptional() ?? '';
  const isItem = (next: LatexNode): boolean => next.kind === 'command' && next.name === 'item';
  const before = cursor.until(isItem);
  const items: Item[] = [];
  // Text before the first item is one without a mark.
  if (before.some(({ kind }) => kind === 'text' || kind === 'math')) items.push({ label: [], content: before });
  while (cursor.next()) {
    const label = cursor.optional();
    items.push({ label, content: cursor.until(isItem) });
  }
  return { options, items };
}

/** `itemize`, `enumerate`, `description` and what packages make of them. */
export function readList(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const kind = /desc/.test(node.name) ? 'description' : /enum/.test(node.name) ? 'enumerate' : 'itemize';
  const { options, items } = itemsOf(node);
  context.listDepth++;
  const list = kind === 'description' ? definitions(items, context) : marked(kind, options, items, context);
  context.listDepth--;
  if (list.children.length > 0) writer.block(list);
}

/** A list that runs on in its paragraph: "(i) one, (ii) two". */
export function readInlineList(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const { options, items } = itemsOf(node);
  const isOrdered = node.name.includes('enum');
  const mark = markOf(options, 0);
  for (const [i, { label, content }] of items.entries()) {
    const shown = label ? context.read.inline(label, context) : isOrdered ? [mark(i + 1)] : [];
    const number = plainTextOf(shown).replaceAll(/[.:()]/g, '');
    const outer = context.labels.current;
    context.labels.current = { kind: 'item', number };
    writer.add(' ', ...shown, ' ', ...context.read.inline(content, context));
    context.labels.current = outer;
  }
}

function marked(kind: string, options: string, items: readonly Item[], context: LatexContext): XmlElement {
  const isOrdered = kind === 'enumerate';
  const mark = markOf(options, Math.min(context.listDepth, 4) - 1);
  let number = startOf(options);
  const children = items.map(({ label, content }) => {
    const own = label && context.read.inline(label, context);
    const shown = own ?? (isOrdered ? [mark(++number)] : undefined);
    const text = shown && plainTextOf(shown);
    const outer = context.labels.current;
    context.labels.current = { kind: 'item', number: (text ?? '').replace(/[.:)]$/, '').replace(/^\(/, '') };
    const blocks = context.read.blocks(content, context);
    context.labels.current = outer;
    return element('list-item', {}, [...(text ? [element('label', {}, [text])] : []), ...blocks]);
  });
  return element('list', { 'list-type': isOrdered ? 'order' : 'bullet' }, children);
}

/** `[label=(\alph*)]`, the short form `[(a)]`, or the mark of the level. */
function markOf(options: string, level: number): (number: number) => string {
  const label = /label\s*=\s*(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|([^,]*))/.exec(options);
  const pattern = label?.[1] ?? label?.[2];
  const command = /\\(arabic|alph|Alph|roman|Roman)\s*\*/.exec(pattern ?? '')?.[1];
  if (pattern !== undefined && command !== undefined) {
    const style = counterStyles[command] ?? String;
    const plain = pattern.replaceAll(/\\(?:text\w+|bf\w*|it\w*|em|small|rm)\s*|[{}]/g, '');
    return (number) => plain.replace(/\\\w+\s*\*/, style(number)).trim();
  }
  const short = /^\s*[{]*([^\w{}]*)([1aAiI])([^\w{}]*)[}]*\s*$/.exec(options);
  if (short) {
    const style = { 1: 'arabic', a: 'alph', A: 'Alph', i: 'roman', I: 'Roman' }[short[2] ?? '1'] ?? 'arabic';
    return (number) => `${short[1]}${(counterStyles[style] ?? String)(number)}${short[3]}`;
  }
  const style = counterStyles[levelCounters[level] ?? 'arabic'] ?? String;
  return (number) => (levelStyles[level] ?? String)(style(number));
}

function startOf(options: string): number {
  const start = /start\s*=\s*(\d+)/.exec(options)?.[1];
  return start === undefined ? 0 : Number(start) - 1;
}

function definitions(items: readonly Item[], context: LatexContext): XmlElement {
  return element(
    'def-list',
    {},
    items.map(({ label, content }) =>
      element('def-item', {}, [
        element('term', {}, context.read.inline(label ?? [], context)),
        element('def', {}, context.read.blocks(content, context)),
      ]),
    ),
  );
}
