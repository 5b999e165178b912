import type { DraftBlock, DraftParagraph } from '../../../document/draft.ts';
import { childElements, childNamed, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { cleanLabel, labelOf } from './labels.ts';
import { withHeading } from './paragraphs.ts';

/** A note, and after it the units (tables, formulas) that stand in it. */
export function readFootnote(element: XmlElement, context: JatsContext): DraftBlock[] {
  const label = labelOf(element) ?? cleanLabel(element.attributes.symbol ?? '');
  const paragraphs: DraftParagraph[] = [];
  const lifted: DraftBlock[] = [];
  for (const block of context.blocks(element, undefined, ['label'])) {
    if (block.type === 'paragraph') paragraphs.push(block);
    else lifted.push(block);
  }
  if (paragraphs.length === 0 && label === undefined) return lifted;
  return [{ type: 'footnote', ...(label === undefined ? {} : { label }), paragraphs }, ...lifted];
}

/** Notes given together; the title of the group is the run-in heading of each. */
export function readFootnoteGroup(group: XmlElement, context: JatsContext): DraftBlock[] {
  const title = childNamed(group, 'title');
  const blocks = childElements(group).flatMap((child): DraftBlock[] => {
    if (child === title) return [];
    const read = child.name === 'fn' ? readFootnote(child, context) : context.blocks({ ...group, children: [child] });
    if (!title) return read;
    return read.map((block) => {
      if (block.type !== 'footnote') return block;
      const heading = context.flow();
      context.appendChildren(title, heading);
      const parts = withHeading([...block.paragraphs], context.finish(heading), { kind: 'text' });
      return { ...block, paragraphs: parts.filter((part) => part.type === 'paragraph') };
    });
  });
  if (title && !blocks.some(({ type }) => type === 'footnote')) {
    return [...context.blocks({ ...group, children: [title] }), ...blocks];
  }
  return blocks;
}
