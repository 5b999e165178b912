import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { MarkdownContext } from './context.ts';

/** A printed entry of a reference list: its number, if it has one, and what follows it. */
export type PrintedEntry = { label?: string; content: PhrasingContent[] };

const heading = /^(?:\d+\.?\s+)?(?:references|bibliography|literature cited|works cited|reference list)\s*$/i;
const label = /^\s*(?:\[([^\][\s]{1,12})\]|(\d{1,3})[.)])\s+/;

/**
 * Takes the section of printed references out of the blocks of a file: the nodes without it, and its entries. A section
 * that holds anything but entries is left.
 */
export function takeReferenceList(nodes: readonly RootContent[]): { rest: RootContent[]; entries: PrintedEntry[] } {
  const at = nodes.findLastIndex((node) => node.type === 'heading' && heading.test(textOf(node)));
  const found = nodes[at];
  if (found?.type !== 'heading') return { rest: [...nodes], entries: [] };
  const next = nodes.findIndex((node, i) => i > at && node.type === 'heading');
  const end = next < 0 ? nodes.length : next;
  const inside = nodes.slice(at + 1, end);
  const definitions = inside.filter(({ type }) => type === 'footnoteDefinition' || type === 'definition');
  const printed = inside.filter((node) => !definitions.includes(node));
  const entries = printed.flatMap(entriesOf);
  const isList = printed.every(({ type }) => ['list', 'paragraph', 'html', 'thematicBreak'].includes(type));
  if (!isList) return { rest: [...nodes], entries: [] };
  return { rest: [...nodes.slice(0, at), ...definitions, ...nodes.slice(end)], entries };
}

function textOf({ children }: Heading): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function entriesOf(node: RootContent): PrintedEntry[] {
  if (node.type === 'paragraph') return linesOf(node).map(labelled);
  if (node.type !== 'list') return [];
  return node.children.map((item, i): PrintedEntry => {
    const content = item.children.flatMap((child, k): PhrasingContent[] =>
      child.type === 'paragraph' ? [...(k > 0 ? [{ type: 'text' as const, value: ' ' }] : []), ...child.children] : [],
    );
    const entry = labelled(content);
    return entry.label === undefined && node.ordered ? { label: String((node.start ?? 1) + i), content } : entry;
  });
}

/** A paragraph whose lines begin with numbers in brackets holds one entry a line. */
function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    const pieces = child.type === 'text' ? child.value.split(/\n(?=\s*\[[^\][\s]{1,12}\]\s)/) : [];
    if (pieces.length < 2) lines.at(-1)?.push(child);
    for (const [i, value] of pieces.length < 2 ? [] : pieces.entries()) {
      if (i > 0) lines.push([]);
      lines.at(-1)?.push({ type: 'text', value });
    }
  }
  return lines.filter((line) => line.length > 0);
}

function labelled(content: PhrasingContent[]): PrintedEntry {
  const [first, ...rest] = content;
  const match = first?.type === 'text' ? label.exec(first.value) : null;
  if (first?.type !== 'text' || !match) return { content };
  return {
    label: match[1] ?? match[2] ?? '',
    content: [{ ...first, value: first.value.slice(match[0].length) }, ...rest],
  };
}

/** The entries as those of an article, without markup of their parts. */
export function referenceList(entries: readonly PrintedEntry[], context: MarkdownContext): XmlElement {
  const references = entries.map(({ label: number, content }, i) =>
    element('ref', { id: `entry-${number ?? `#${i + 1}`}` }, [
      ...(number === undefined ? [] : [element('label', {}, [number])]),
      element('mixed-citation', {}, context.readers.inlines(content, { ...context, numbered: new Set() })),
    ]),
  );
  return element('ref-list', {}, references);
}
