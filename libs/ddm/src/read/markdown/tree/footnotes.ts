import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { MarkdownContext } from './context.ts';

/** The number of a note as it is printed in the text and, where it is met first, the note. */
export function readFootnoteReference(identifier: string, context: MarkdownContext): XmlNode[] {
  const known = context.noteNumbers.get(identifier);
  const number = known ?? context.noteNumbers.size + 1;
  const marker = element('xref', { 'ref-type': 'fn' }, [String(number)]);
  if (known !== undefined) return [marker];
  context.noteNumbers.set(identifier, number);
  return [marker, note(identifier, number, context)];
}

/** Notes that nothing in the text points at. */
export function readLooseFootnotes(context: MarkdownContext): XmlElement[] {
  const loose = [...context.footnotes.keys()].filter((identifier) => !context.noteNumbers.has(identifier));
  return loose.map((identifier) => {
    const number = context.noteNumbers.size + 1;
    context.noteNumbers.set(identifier, number);
    return note(identifier, number, context);
  });
}

function note(identifier: string, number: number, context: MarkdownContext): XmlElement {
  const definition = context.footnotes.get(identifier);
  const content = definition ? context.readers.blocks(definition.children, context) : [];
  return element('fn', {}, [element('label', {}, [String(number)]), ...content]);
}
