import { element } from '../xml/element.ts';
import { plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import type { HtmlContext } from './context.ts';
import { find, findAll, hasClass, without } from './selectors.ts';

/** A note of LaTeXML, which stands in the text with its mark in front of it. */
export function readNote(source: XmlElement, context: HtmlContext): XmlNode[] {
  const content = find(source, (inner) => hasClass(inner, 'ltx_note_content'));
  const mark = plainText(find(source, (inner) => hasClass(inner, 'ltx_note_mark')));
  if (!content) return context.readers.inlines(source.children, context);
  const isMark = (inner: XmlElement): boolean => hasClass(inner, 'ltx_note_mark', 'ltx_tag_note', 'ltx_note_type');
  const note = element('fn', {}, [
    ...(mark === '' ? [] : [element('label', {}, [mark])]),
    element('p', {}, context.readers.inlines(without(content, isMark).children, context)),
  ]);
  return [...(mark === '' ? [] : [element('xref', { 'ref-type': 'fn' }, [mark])]), note];
}

/** The notes that a page gathers at its end. */
export function gatheredNotes(paper: XmlElement): XmlElement[] {
  const groups = findAll(
    paper,
    (inner) => inner.attributes.role === 'doc-endnotes' || hasClass(inner, 'footnotes', 'endnotes', 'fn-group'),
  );
  return groups.flatMap((group) =>
    findAll(
      group,
      ({ name, attributes }) => attributes.id !== undefined && /^(?:li|div|p|aside|dd|section)$/.test(name),
    ),
  );
}
