import type { DraftBlock } from '../../../document/draft.ts';
import { childElements, childNamed, idRefs, isElement, plainText, type XmlElement } from '../../xml/tree.ts';
import type { Flow, JatsContext, ParagraphStyle } from '../context.ts';
import { withHeading } from './paragraphs.ts';

/** Code stands as it is, line breaks and indents included. */
export function readCode(element: XmlElement, context: JatsContext): DraftBlock[] {
  const flow = context.flow();
  appendVerbatim(element, flow);
  const { text, marks } = flow.text.build();
  // Offsets of marks count from the start, so only the end can be trimmed beside them.
  const content = { text: marks.length > 0 ? text.trimEnd() : text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd(), marks };
  if (content.text === '') return [];
  return [{ type: 'paragraph', kind: 'code', content }];
}

function appendVerbatim(element: XmlElement, flow: Flow): void {
  for (const child of element.children) {
    if (!isElement(child)) flow.text.appendVerbatim(child);
    else if (child.name === 'break') flow.text.appendVerbatim('\n');
    else if (child.name === 'xref' && child.attributes['ref-type'] === 'bibr') {
      flow.text.open({ kind: 'citation', targets: idRefs(child, 'rid') });
      appendVerbatim(child, flow);
      flow.text.close();
    } else appendVerbatim(child, flow);
  }
}

/** The lines of a verse are one paragraph. */
export function readVerse(element: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const verse: ParagraphStyle = { ...style, kind: 'quote' };
  const lines: XmlElement = {
    name: 'p',
    attributes: {},
    children: element.children.flatMap((child) =>
      isElement(child) && child.name === 'verse-line' ? [...child.children, ' '] : isElement(child) ? [] : [child],
    ),
  };
  const others = childElements(element).filter(({ name }) => !['verse-line', 'label', 'title'].includes(name));
  const blocks = [...context.blocks(lines, verse), ...context.blocks({ ...element, children: others }, verse)];
  return headed(element, blocks, verse, context);
}

/** A quotation, with its label or title as the run-in heading and its source as the last paragraph. */
export function readQuote(element: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const quote: ParagraphStyle = { ...style, kind: 'quote' };
  return headed(element, context.blocks(element, quote, ['label', 'title']), quote, context);
}

/** A statement (Theorem 1) or a speech: what it is called is the run-in heading of its first paragraph. */
export function readRunIn(element: XmlElement, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  return headed(element, context.blocks(element, style, ['label', 'title', 'speaker']), style, context);
}

function headed(element: XmlElement, blocks: DraftBlock[], style: ParagraphStyle, context: JatsContext): DraftBlock[] {
  const flow = context.flow();
  flow.text.append(plainText(childNamed(element, 'label'))).space();
  for (const child of childElements(element)) {
    if (child.name === 'title' || child.name === 'speaker') context.appendChildren(child, flow);
  }
  return [...flow.lifted, ...withHeading(blocks, context.finish(flow), style)];
}
