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

/** A tag that hides what follows until it is closed: its name, and how many of that name are open. */
export type OpenHiding = { until: string; depth: number };

/**
 * The pieces in order, those between two tags that hide what is between them marked as hidden. A tag that is never closed hides
 * all that follows: `open` is then where that stands.
 * @param start what was open before the first piece
 */
export function hiddenSpans(
  pieces: readonly Piece[],
  start?: OpenHiding,
): { children: XmlNode[]; open: OpenHiding | undefined } {
  const read: XmlNode[] = [];
  let open = start;
  let inside: XmlNode[] = [];
  for (const { tag, children } of pieces) {
    const [, name = '', attributes = ''] = opening.exec(tag ?? '') ?? [];
    if (open === undefined) {
      read.push(...children);
      if (empty.has(name.toLowerCase()) || !isHiding(attributes)) continue;
      open = { until: name.toLowerCase(), depth: 1 };
      continue;
    }
    let { depth } = open;
    if (name.toLowerCase() === open.until && !attributes.endsWith('/')) depth += 1;
    if (new RegExp(`^</${open.until}\\s*>$`, 'i').test(tag ?? '')) depth -= 1;
    if (depth > 0) {
      inside.push(...children);
      open = { ...open, depth };
      continue;
    }
    read.push(element(hidden, {}, inside), ...children);
    open = undefined;
    inside = [];
  }
  return { children: inside.length === 0 ? read : [...read, element(hidden, {}, inside)], open };
}

/** The same within one stretch of running text, beyond which nothing stays hidden. */
export function withHiddenSpans(pieces: readonly Piece[]): XmlNode[] {
  return hiddenSpans(pieces).children;
}

function isHiding(attributes: string): boolean {
  const style = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return hidesText(style?.[1] ?? style?.[2] ?? '') || /(?:^|\s)hidden(?:\s|=|$)/i.test(attributes);
}
