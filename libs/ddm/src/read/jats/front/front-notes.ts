import type { DraftBlock } from '../../../document/draft.ts';
import {
  childElements,
  childNamed,
  childrenNamed,
  descendantsNamed,
  plainText,
  type XmlElement,
} from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { readFootnote } from '../text/footnotes.ts';
import { withHeading } from '../text/paragraphs.ts';
import { rawCitation } from '../references/reference-raw.ts';

/**
 * What the first page says besides title, names and abstract: notes on authors, who paid, where the data are, the book
 * that is reviewed. These become footnotes; addresses for correspondence are told with the people.
 */
export function readFrontNotes(front: XmlElement | undefined, context: JatsContext): DraftBlock[] {
  const meta = childNamed(front, 'article-meta') ?? front;
  return [
    ...childrenNamed(meta, 'author-notes').flatMap((notes) => authorNotes(notes, context)),
    ...childrenNamed(meta, 'product').flatMap((product) => noteOf(asParagraph(rawCitation(product)), context)),
    ...descendantsNamed(childNamed(meta, 'funding-group'), 'funding-statement', 'open-access').flatMap((statement) =>
      noteOf(statement, context),
    ),
    ...descendantsNamed(meta, 'custom-meta').flatMap((custom) => customNote(custom, context)),
    ...[...childrenNamed(front, 'notes'), ...(meta === front ? [] : childrenNamed(meta, 'notes'))].flatMap((notes) =>
      noteOf(notes, context),
    ),
  ];
}

function authorNotes(notes: XmlElement, context: JatsContext): DraftBlock[] {
  return childElements(notes).flatMap((child) => {
    if (child.name === 'fn') return readFootnote(child, context);
    return child.name === 'p' ? noteOf(asParagraph(child), context) : [];
  });
}

function noteOf(element: XmlElement, context: JatsContext): DraftBlock[] {
  return readFootnote({ ...element, name: 'fn' }, context).filter(
    (block) => block.type !== 'footnote' || block.paragraphs.length > 0,
  );
}

function asParagraph(content: XmlElement | string): XmlElement {
  return { name: 'fn', attributes: {}, children: [content] };
}

/** What publishers print of their metadata. A note of any other name may be for nobody but programs. */
const printed =
  /\b(?:availability|access(?:ibility)?|deposition|funding|support|competing|conflicts?|interests?|ethic\w*|consent|acknowledge?ments?|contributions?|disclosures?|disclaimer|statement|abbreviations|registration|provenance)\b/i;

/** Publishers keep statements for readers among their metadata; a statement is a sentence, the rest is not. */
function customNote(custom: XmlElement, context: JatsContext): DraftBlock[] {
  const value = childNamed(custom, 'meta-value');
  const name = plainText(childNamed(custom, 'meta-name'));
  if (!value || !printed.test(name) || !isSentence(plainText(value))) {
    context.findings.dropped('custom metadata', plainText(custom).length);
    return [];
  }
  return noteOf(value, context).map((block) => {
    if (block.type !== 'footnote') return block;
    const paragraphs = withHeading([...block.paragraphs], { text: name, marks: [] }, { kind: 'text' });
    return { ...block, paragraphs: paragraphs.filter((paragraph) => paragraph.type === 'paragraph') };
  });
}

function isSentence(text: string): boolean {
  return /\s/.test(text) && /[.!?]["'”’)]?$/.test(text);
}
