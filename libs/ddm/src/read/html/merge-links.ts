import { element } from '../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

/** Neighbouring links to one entry ("Vaswani et al." and "2017") are one citation, with what stands between them. */
export function mergeLinks(nodes: readonly XmlNode[]): XmlNode[] {
  const merged: XmlNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node === undefined) continue;
    const rid = citedId(node);
    let end = i;
    const last = rid === undefined ? i : Math.min(nodes.length - 1, i + 5);
    for (let k = i + 1; k <= last; k++) {
      const other = nodes[k];
      if (isElement(other) && other.name === 'xref' && citedId(other) !== rid) break;
      if (citedId(other) === rid) end = k;
    }
    if (end === i || !isElement(node)) merged.push(node);
    else {
      const content = nodes
        .slice(i, end + 1)
        .flatMap((part) => (isElement(part) && citedId(part) === rid ? part.children : [part]));
      merged.push(element('xref', { ...node.attributes }, content));
      i = end;
    }
  }
  return merged;
}

function citedId(node: XmlNode | undefined): string | undefined {
  return isElement(node) && node.name === 'xref' && node.attributes['ref-type'] === 'bibr'
    ? (node satisfies XmlElement).attributes.rid
    : undefined;
}
