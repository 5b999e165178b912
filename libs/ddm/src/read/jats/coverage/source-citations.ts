import { isElement, type XmlElement } from '../../xml/tree.ts';

/** A cross-reference of the source that cites: what it prints, and for each entry it names the places that may be meant. */
export type SourceCitation = { marker: string; targets: ReadonlySet<number>[] };

/**
 * All citing cross-references outside the reference lists, by their type or, where they have none, by pointing at entries.
 * @param entries the `ref` elements in document order; a target is an index into them. Files that repeat an id in a
 *   sub-article give several; ids that no entry has are left out.
 */
export function sourceCitations(root: XmlElement, entries: readonly XmlElement[]): SourceCitation[] {
  const places = placesById(entries);
  const found: SourceCitation[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'ref') return;
    const { rid = '', 'ref-type': type } = element.attributes;
    const ids = rid.split(/\s+/).filter((id) => id !== '');
    const untyped = type === undefined && ids.length > 0 && ids.every((id) => places.has(id));
    if (element.name === 'xref' && (type === 'bibr' || untyped)) {
      found.push({ marker: lettersOf(element), targets: ids.flatMap((id) => places.get(id) ?? []) });
    }
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  visit(root);
  return found;
}

/** Letters and digits only: white space, brackets and the signs of raised text may differ. */
export function bareMarker(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function lettersOf(element: XmlElement): string {
  const text = (node: XmlElement): string =>
    node.children.map((child) => (isElement(child) ? text(child) : child)).join('');
  return bareMarker(text(element).trim() || (element.attributes.alt ?? ''));
}

function placesById(entries: readonly XmlElement[]): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>();
  const visit = (element: XmlElement, place: number): void => {
    const { id } = element.attributes;
    if (id !== undefined) places.set(id, (places.get(id) ?? new Set()).add(place));
    for (const child of element.children) if (isElement(child)) visit(child, place);
  };
  entries.forEach(visit);
  return places;
}
