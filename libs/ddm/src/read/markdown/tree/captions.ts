import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { takeLeadingAttributes, takeTrailingAttributes } from './attributes.ts';
import type { MarkdownContext } from './context.ts';
import { readText } from './text.ts';
import type { Caption } from './tables.ts';

const labelSpan = /\[\]\{[^{}]*?label="?([^"{}\s]+)"?[^{}]*\}/g;

/** The labels that a caption carries (`\label{tab:x}`, `[]{label="tab:x"}`), which are no part of its text. */
function labelsIn(nodes: readonly PhrasingContent[], context: MarkdownContext): string[] {
  const texts = nodes.flatMap((node) =>
    node.type === 'text' ? [node.value] : node.type === 'image' ? [node.alt ?? ''] : [],
  );
  return texts.flatMap((text) => [
    ...[...text.matchAll(labelSpan)].map(([, label = '']) => label),
    ...context.parts
      .split(text)
      .flatMap((piece) =>
        typeof piece !== 'string' && piece.kind === 'command' && piece.name === 'label' ? piece.argumentTexts : [],
      ),
  ]);
}

/** The caption that a paragraph gives to the table beside it ("Table: …", ": …"). */
export function tableCaption(node: RootContent | undefined, context: MarkdownContext): Caption | undefined {
  if (!isCaption(node)) return undefined;
  const [first, ...rest] = node.children;
  const start = first?.type === 'text' ? first.value.replace(/^(?:Table:|:)\s*/, '') : '';
  const end = rest.at(-1) ?? first;
  const attributes = end?.type === 'text' ? takeTrailingAttributes(end.value) : undefined;
  const id = attributes?.attributes?.id;
  const children: PhrasingContent[] = [{ type: 'text', value: start }, ...rest];
  const last = children.at(-1);
  if (last?.type === 'text' && attributes?.attributes) {
    const text = takeTrailingAttributes(last.value).text;
    children[children.length - 1] = { type: 'text', value: text };
  }
  const labels = labelsIn(node.children, context);
  return { content: context.readers.inlines(children, context), labels: id === undefined ? labels : [...labels, id] };
}

export function isCaption(node: RootContent | undefined): node is Paragraph {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && /^(?:Table:|:\s)/.test(first.value);
}

/** The figure that a paragraph is which holds nothing but a picture with a text. */
export function figureOf(paragraph: Paragraph, context: MarkdownContext): XmlElement | undefined {
  const images = paragraph.children.filter((node): node is Image => node.type === 'image');
  const [image, ...others] = images;
  const rest = paragraph.children.filter((node) => node.type !== 'image');
  const text = image?.alt ?? '';
  if (!image || others.length > 0 || text.trim() === '') return undefined;
  const texts = rest.map((node) => (node.type === 'text' ? node.value : 'x'));
  const attributes = texts.map(takeLeadingAttributes);
  if (attributes.some((parsed) => parsed.text.trim() !== '')) return undefined;
  const ids = attributes.flatMap((parsed) => parsed.attributes?.id ?? []);
  const labels = [...labelsIn([image], context), ...ids];
  const number = context.labels.next('Figure', labels);
  return element('fig', {}, [
    element('label', {}, [`Figure ${number}`]),
    element('caption', {}, [element('p', {}, readText(text, '', false, context))]),
  ]);
}
