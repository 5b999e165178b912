import { element } from '../xml/element.ts';
import { childElements, childNamed, childrenNamed, descendantsNamed, plainText, type XmlElement } from '../xml/tree.ts';

/** The name of an author or editor: of a person in parts, of a group as it stands; none where nobody is named. */
export function nameOf(person: XmlElement): XmlElement[] {
  const name = childNamed(person, 'persName') ?? (childNamed(person, 'surname') ? person : undefined);
  if (!name) {
    const group =
      plainText(childNamed(person, 'orgName')) || (childNamed(person, 'affiliation') ? '' : plainText(person));
    return group === '' ? [] : [element('collab', {}, [group])];
  }
  const parts = (part: string): string => childrenNamed(name, part).map(plainText).join(' ').trim();
  const family = [parts('nameLink'), parts('surname')].filter((part) => part !== '').join(' ');
  const given = parts('forename');
  const suffix = parts('genName');
  if (family === '' && given === '') {
    const whole = plainText(name);
    return whole === '' ? [] : [element('string-name', {}, [whole])];
  }
  return [
    element('name', {}, [
      ...(family === '' ? [] : [element('surname', {}, [family])]),
      ...(given === '' ? [] : [element('given-names', {}, [given])]),
      ...(suffix === '' ? [] : [element('suffix', {}, [suffix])]),
    ]),
  ];
}

/** A contributor of the paper itself. */
export function contributorOf(person: XmlElement, type: 'author' | 'editor'): XmlElement[] {
  return nameOf(person)
    .slice(0, 1)
    .map((name) => {
      const orcid = descendantsNamed(person, 'idno').find(({ attributes }) => /orcid/i.test(attributes.type ?? ''));
      const email = plainText(descendantsNamed(person, 'email')[0]);
      return element('contrib', { 'contrib-type': type }, [
        ...(orcid ? [element('contrib-id', { 'contrib-id-type': 'orcid' }, [plainText(orcid)])] : []),
        name,
        ...(email === '' ? [] : [element('email', {}, [email])]),
        ...childrenNamed(person, 'affiliation').map((affiliation) =>
          element('aff', {}, [affiliationText(affiliation)]),
        ),
      ]);
    });
}

/** The affiliation as it was printed where the file keeps it, else its parts with commas between. */
export function affiliationText(affiliation: XmlElement): string {
  const raw = childrenNamed(affiliation, 'note').find(({ attributes }) => attributes.type === 'raw_affiliation');
  if (raw) return plainText(raw).replace(/^[\d*†‡,\s]+(?=\p{L})/u, '');
  const address = childNamed(affiliation, 'address');
  const parts = [
    ...childElements(affiliation).filter((child) => child !== address && child.name !== 'email'),
    ...childElements(address),
  ];
  const texts = parts.map(plainText).filter((part) => part !== '');
  return texts.length > 0 ? texts.join(', ') : plainText(affiliation);
}
