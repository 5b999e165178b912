import { hidden } from '../../jats/text/hidden.ts';
import { element } from '../../xml/element.ts';
import { hidesText } from '../../xml/hidden-style.ts';
import { words } from '../../xml/names.ts';
import type { XmlNode } from '../../xml/tree.ts';

/** What a node of running text became; `tag`: the tag that it is. */
type Piece = { tag: string | undefined; children: XmlNode[] };

/** Elements without an end tag: there is nothing between that they could hide. */
const empty = new Set(words('area base br col embed hr img input link meta source track wbr'));

const opening = /^<([a-z][a-z0-9]*)\b([^<>]*)>$/i;

/** The pieces in order, those between two tags that hide what is between them marked as hidden. */
export function withHiddenSpans(pieces: readonly Piece[]): XmlNode[] {
  const read: XmlNode[] = [];
  let until: string | undefined;
  let depth = 0;
  let inside: XmlNode[] = [];
  for (const { tag, children } of pieces) {
    const [, name = '', attributes = ''] = opening.exec(tag ?? '') ?? [];
    if (until === undefined) {
      read.push(...children);
      if (empty.has(name.toLowerCase()) || !isHiding(attributes)) continue;
      until = name.toLowerCase();
      depth = 1;
      continue;
    }
    if (name.toLowerCase() === until && !attributes.endsWith('/')) depth += 1;
    if (new RegExp(`^</${until}\\s*>$`, 'i').test(tag ?? '')) depth -= 1;
    if (depth > 0) {
      inside.push(...children);
      continue;
    }
    read.push(element(hidden, {}, inside), ...children);
    until = undefined;
    inside = [];
  }
  // A tag that is never closed hides all that follows.
  return inside.length === 0 ? read : [...read, element(hidden, {}, inside)];
}

function isHiding(attributes: string): boolean {
  const style = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return hidesText(style?.[1] ?? style?.[2] ?? '') || /(?:^|\s)hidden(?:\s|=|$)/i.test(attributes);
}
