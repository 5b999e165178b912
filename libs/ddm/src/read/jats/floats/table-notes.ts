import type { DraftBlock, DraftParagraph } from '../../../document/draft.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { withHeading } from '../text/paragraphs.ts';

/** The text below a table: a note's label is the run-in heading of its first paragraph. */
export function tableNotes(foot: XmlElement, context: JatsContext, lifted: DraftBlock[]): DraftParagraph[] {
  const source = foot.name === 'table-wrap-foot' ? foot : { ...foot, name: 'table-wrap-foot', children: [foot] };
  const notes: DraftParagraph[] = [];
  for (const block of context.blocks(source)) {
    if (block.type === 'paragraph') notes.push(block);
    else if (block.type === 'footnote') {
      const label = { text: block.label ?? '', marks: [] };
      for (const part of withHeading([...block.paragraphs], label, { kind: 'text' })) {
        if (part.type === 'paragraph') notes.push(part);
      }
    } else lifted.push(block);
  }
  return notes;
}
