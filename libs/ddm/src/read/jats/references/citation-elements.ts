import { childElements, type XmlElement } from '../../xml/tree.ts';

/** A citation as the tag sets from NLM 1.0 to JATS 1.4 name it. */
export const citationNames = ['element-citation', 'mixed-citation', 'nlm-citation', 'citation'];

/** The citations of a `ref`, or of any element that holds them; of alternatives, only the one to use. */
export function citationElements(parent: XmlElement): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (citationNames.includes(child.name)) return [child];
    if (child.name !== 'citation-alternatives') return [];
    const choices = childElements(child).filter(({ name }) => citationNames.includes(name));
    return choices.length > 0 ? [mostMarkedUp(choices)] : [];
  });
}

/** What is marked up most is understood best; a printed form can always be composed of it. */
function mostMarkedUp(choices: readonly XmlElement[]): XmlElement {
  return choices.reduce((best, choice) => (childElements(choice).length > childElements(best).length ? choice : best));
}
