import type { DraftBlock, DraftText } from '../../../document/draft.ts';
import {
  childElements,
  childNamed,
  collapse,
  descendantsNamed,
  isElement,
  plainText,
  rawText,
  type XmlElement,
  type XmlNode,
} from '../../xml/tree.ts';
import type { Flow, JatsContext } from '../context.ts';
import { labelOf } from '../text/labels.ts';

/** The text of a float: its caption (title and paragraphs, each beginning a sentence), then what else it says. */
export function captionOf(element: XmlElement, context: JatsContext, skip: readonly string[]): Flow {
  const flow = context.flow();
  for (const child of childElements(element)) {
    if (child.name === 'label' || skip.includes(child.name)) continue;
    flow.text.break();
    if (child.name === 'caption') context.appendChildren(child, flow);
    else context.append(child, flow);
  }
  return flow;
}

/** Blocks of a figure that keep their form: code and tables shown in it. */
const shown = ['code', 'preformat', 'table', 'fig', 'fig-group', 'table-wrap', 'boxed-text', 'sec'];

/** A figure, then what it shows that is no picture; a group of figures without a caption of its own is only its figures. */
export function readFigure(element: XmlElement, context: JatsContext): DraftBlock[] {
  const flow = captionOf(withoutRepeatedCaption(element, context), context, shown);
  const label = labelOf(element);
  const caption = context.finish(flow);
  const inside = childElements(element).filter(({ name }) => shown.includes(name));
  const isEmptyGroup = element.name === 'fig-group' && label === undefined && caption.text === '';
  return [
    ...(isEmptyGroup
      ? []
      : [{ type: 'figure' as const, ...(label === undefined ? {} : { label }), caption, boxes: [] }]),
    ...flow.lifted,
    ...(inside.length > 0 ? context.blocks({ ...element, children: inside }) : []),
  ];
}

/**
 * Pandoc writes the text of an image twice: as the caption, and in the place of the image. What differs from the caption
 * stays.
 */
function withoutRepeatedCaption(element: XmlElement, context: JatsContext): XmlElement {
  const caption = plainText(childNamed(element, 'caption'));
  const isRepeated = (child: XmlNode): boolean =>
    isElement(child) &&
    child.name !== 'caption' &&
    descendantsNamed(child, 'named-content').some(({ attributes }) => attributes['content-type'] === 'image') &&
    plainText(child) === caption;
  const repeated = element.children.filter(isRepeated);
  for (const child of repeated) context.findings.dropped('alternative texts', collapse(rawText(child)).length);
  return repeated.length === 0
    ? element
    : { ...element, children: element.children.filter((child) => !repeated.includes(child)) };
}

/** Supplementary files and media are known by their caption only. */
export function readSupplement(element: XmlElement, context: JatsContext): DraftBlock[] {
  // Label and caption may stand at the file inside.
  const media = childElements(element).filter(({ name }) => name === 'media');
  const inner = [element, ...media].find((holder) => labelOf(holder) !== undefined);
  const flow = captionOf(element, context, ['media']);
  for (const file of media) {
    flow.text.break();
    context.appendChildren(file, flow, ['label']);
  }
  return [...captionParagraph(inner && labelOf(inner), joinFileNote(context.finish(flow))), ...flow.lifted];
}

/** "(PDF)" and "(0.3 MB DOC)" in a paragraph of their own tell of the file and are no sentence. */
function joinFileNote({ text, marks }: DraftText): DraftText {
  const fileNote = /^\s*\((?:[\d.,]+ [KMG]B )?[A-Z][A-Z0-9]{1,4}\)/;
  return { text, marks: marks.filter(({ kind, start }) => kind !== 'break' || !fileNote.test(text.slice(start))) };
}

function captionParagraph(label: string | undefined, content: DraftText): DraftBlock[] {
  if (content.text === '' && label === undefined) return [];
  const [heading, text] = content.text === '' ? [undefined, { text: label ?? '', marks: [] }] : [label, content];
  return [{ type: 'paragraph', kind: 'caption', ...(heading === undefined ? {} : { heading }), content: text }];
}

/** The caption of a group of tables, then the tables. */
export function readTableGroup(element: XmlElement, context: JatsContext): DraftBlock[] {
  const own: XmlElement = {
    ...element,
    children: childElements(element).filter(({ name }) => name !== 'table-wrap'),
  };
  const flow = captionOf(own, context, []);
  const wraps = childElements(element).filter((child) => child.name === 'table-wrap');
  return [
    ...captionParagraph(labelOf(element), context.finish(flow)),
    ...flow.lifted,
    ...context.blocks({ ...element, children: wraps }),
  ];
}

/** Whether a picture or file says anything that makes it a figure or a supplement. */
export function hasCaption(element: XmlElement): boolean {
  return childNamed(element, 'caption', 'label') !== undefined;
}
