import type { XmlElement } from '../xml/tree.ts';

/** The place of an element on its pages, to be carried on. */
export function coordsOf({ attributes }: XmlElement): Record<string, string> {
  return attributes.coords === undefined ? {} : { coords: attributes.coords };
}

export function idOf({ attributes }: XmlElement): Record<string, string> {
  return attributes['xml:id'] === undefined ? {} : { id: attributes['xml:id'] };
}
