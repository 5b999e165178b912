import { childElements, type XmlElement } from '../../xml/tree.ts';

/** Forms of one thing, from the most to the least telling for readers of text. */
const preference = [
  'table',
  'oasis:table',
  'mml:math',
  'tex-math',
  'textual-form',
  'array',
  'preformat',
  'code',
  'chem-struct',
];

/** Of the forms that `alternatives` gives for one thing: the one to read, and the others. */
export function chooseAlternative(alternatives: XmlElement): { chosen?: XmlElement; others: XmlElement[] } {
  const forms = childElements(alternatives);
  const chosen = forms.reduce<XmlElement | undefined>(
    (best, form) => (best === undefined || rank(form) < rank(best) ? form : best),
    undefined,
  );
  return chosen ? { chosen, others: forms.filter((form) => form !== chosen) } : { others: [] };
}

function rank(form: XmlElement): number {
  const place = preference.indexOf(form.name);
  if (place >= 0) return place;
  return ['graphic', 'inline-graphic', 'media'].includes(form.name) ? preference.length + 1 : preference.length;
}
