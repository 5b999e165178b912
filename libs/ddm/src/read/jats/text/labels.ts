import { childNamed, plainText, type XmlElement } from '../../xml/tree.ts';

/** The label of an element as printed, without the brackets around it and the stop or colon behind it. */
export function labelOf(element: XmlElement): string | undefined {
  return cleanLabel(plainText(childNamed(element, 'label')));
}

/** A label without the brackets around it and the stop or colon behind it; nothing for an empty one. */
export function cleanLabel(label: string): string | undefined {
  let end = label.length;
  while (end > 0 && /[.:\s]/.test(label[end - 1] ?? '')) end--;
  const bare = label.slice(0, end);
  const inner = /^\[([^[\]]*)\]$|^\(([^()]*)\)$/.exec(bare);
  return (inner?.[1] ?? inner?.[2] ?? bare).trim() || label || undefined;
}
