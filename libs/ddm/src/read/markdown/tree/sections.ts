import type { Heading, RootContent } from 'mdast';
import { headingNumber } from '../../pdf/structure/heading-number.ts';
import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import { rawText } from '../../xml/tree.ts';
import { takeTrailingAttributes } from './attributes.ts';
import type { MarkdownContext } from './context.ts';

/** The blocks of a file as sections inside each other, by the depth of their headings. */
export function readSections(nodes: readonly RootContent[], context: MarkdownContext): XmlNode[] {
  const top: XmlNode[] = [];
  const open: { depth: number; section: XmlElement }[] = [];
  const numbered = areNumbered(nodes);
  let run: RootContent[] = [];
  const flush = (): void => {
    (open.at(-1)?.section.children ?? top).push(...context.readers.blocks(run, context));
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'heading') {
      run.push(node);
      continue;
    }
    flush();
    while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    const section = readHeading(node, numbered, context);
    (open.at(-1)?.section.children ?? top).push(section);
    open.push({ depth: node.depth, section });
  }
  flush();
  return top;
}

/** Numbers in front of headings are such where most headings have one. */
function areNumbered(nodes: readonly RootContent[]): boolean {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  const counted = headings.filter(({ children: [first] }) => first?.type === 'text' && /^\d/.test(first.value));
  return counted.length > 1 && counted.length * 2 >= headings.length;
}

function readHeading(heading: Heading, numbered: boolean, context: MarkdownContext): XmlElement {
  const children = [...heading.children];
  const last = children.at(-1);
  let id: string | undefined;
  if (last?.type === 'text') {
    const { text, attributes } = takeTrailingAttributes(last.value);
    id = attributes?.id;
    children[children.length - 1] = { ...last, value: text };
  }
  const [first] = children;
  const number = numbered && first?.type === 'text' ? headingNumber(first.value) : undefined;
  if (number && first?.type === 'text') children[0] = { ...first, value: number.title };
  const title = context.readers.inlines(children, context);
  if (id !== undefined) context.labels.name(id, 'Section', number?.number ?? title.map(rawText).join('').trim());
  return element('sec', {}, [...(number ? [element('label', {}, [number.number])] : []), element('title', {}, title)]);
}
