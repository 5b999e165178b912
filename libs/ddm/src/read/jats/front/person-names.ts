import { childElements, childNamed, collapse, plainText, type XmlElement } from '../../xml/tree.ts';

export type PersonName = { name: string; given?: string; family?: string };

/** A person of a `name` or a `string-name`: "Given Family Suffix", or as printed where the parts are not marked up. */
export function readName(element: XmlElement): PersonName {
  const given = plainText(childNamed(element, 'given-names'));
  const family = plainText(childNamed(element, 'surname'));
  const suffix = plainText(childNamed(element, 'suffix'));
  if (given === '' && family === '') return { name: plainText(element) };
  // East Asian names are printed with the family name first, and so is a name that says so.
  const eastern = element.attributes['name-style'] === 'eastern';
  const parts = eastern ? [family, given] : [given, family];
  return {
    name: [...parts, suffix].filter((part) => part !== '').join(' '),
    ...(given === '' ? {} : { given }),
    ...(family === '' ? {} : { family }),
  };
}

/** "Family, Given, Suffix": the form of the authors of a reference, as far as the source marks names up. */
export function inverted(element: XmlElement): string {
  const parts = ['surname', 'given-names', 'suffix'].map((part) => plainText(childNamed(element, part)));
  const known = parts.filter((part) => part !== '');
  return known.length > 0 && (parts[0] !== '' || parts[1] !== '') ? known.join(', ') : plainText(element);
}

/** The parts of a name in the order of the source, apart by spaces. */
export function nameAsPrinted(element: XmlElement): string {
  return collapse(childElements(element).map(plainText).join(' ')) || plainText(element);
}

/** As reference lists print names: initials without stops behind the family name, full given names before it. */
export function nameInList(element: XmlElement): string {
  return /^\p{Lu}{1,4}(?:-\p{Lu}{1,3})?$/u.test(plainText(childNamed(element, 'given-names')))
    ? nameAsPrinted(element)
    : readName(element).name;
}
