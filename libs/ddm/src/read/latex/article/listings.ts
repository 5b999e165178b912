import { element } from '../../xml/element.ts';
import type { LatexNode } from '../tree/node.ts';
import { type LatexContext, drop } from './context.ts';
import type { Writer } from './writer.ts';

type Verbatim = Extract<LatexNode, { kind: 'verbatim' }>;

/** Text that stands as it is: amid a line, or a listing with its caption. */
export function readVerbatim({ name, text }: Verbatim, writer: Writer, context: LatexContext): void {
  if (name === 'verb') writer.add(element('monospace', {}, [text]));
  else if (name === 'address') writer.add(text);
  else if (/^(?:comment|filecontents)/.test(name)) drop(context, 'comments', text.trim().length);
  else readListing(text, writer, context);
}

/** Options stand in brackets behind the beginning of a listing, and the language of minted in braces. */
function readListing(source: string, writer: Writer, context: LatexContext): void {
  const [head = ''] =
    /^[ \t]*(?:\[(?:[^\]{}]|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*\])?[ \t]*(?:\{\w+\})?[^\S\n]*(?=\n|$)/.exec(source) ?? [];
  const code = source.slice(head.length).replace(/^\n/, '').replace(/\s+$/, '');
  const caption = /caption\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([^,\]]*))/.exec(head);
  const label = /label\s*=\s*\{?([^,}\]]*)/.exec(head)?.[1];
  const block = element('code', {}, [code]);
  if (!caption || context.float) {
    writer.block(block);
    return;
  }
  const number = context.counters.step('listing');
  if (label !== undefined) context.labels.set(label.trim(), { kind: 'listing', number });
  const text = (caption[1] ?? caption[2] ?? '').replaceAll(/[{}]/g, '').trim();
  writer.block(
    element('fig', {}, [
      element('label', {}, [`Listing ${number}`]),
      element('caption', {}, [element('p', {}, [text])]),
      block,
    ]),
  );
}
