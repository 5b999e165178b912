import type { Contributor } from '@askg/contract';
import {
  childElements,
  childNamed,
  childrenNamed,
  descendantsNamed,
  idRefs,
  plainText,
  type XmlElement,
} from '../../xml/tree.ts';
import { affiliationText } from './affiliations.ts';
import { CorrespondingAuthors } from './correspondence.ts';
import { readOrcid } from './orcid.ts';
import { readName } from './person-names.ts';

/** The people and groups of an article (not of its sub-articles), in order. */
export function readContributors(meta: XmlElement | undefined): Contributor[] {
  const groups = childrenNamed(meta, 'contrib-group');
  const byId = new Map<string, XmlElement>();
  for (const element of descendantsNamed(meta, 'aff', 'corresp')) {
    if (element.attributes.id) byId.set(element.attributes.id, element);
  }
  const linked = descendantsNamed(meta, 'xref').some((xref) => xref.attributes['ref-type'] === 'aff');
  const correspondence = new CorrespondingAuthors(meta);
  const read = (contrib: XmlElement, role: Contributor['role'], shared: XmlElement[]): Contributor[] =>
    namesOf(contrib).flatMap((name) => {
      const orcid = readOrcid(contrib);
      const email = ownEmail(contrib) ?? correspondence.emailOf(contrib, name);
      const contributor: Contributor = {
        ...name,
        ...(orcid === undefined ? {} : { orcid }),
        ...(email === undefined ? {} : { email }),
        affiliations: affiliationsOf(contrib, byId, shared),
        role,
      };
      const inside = childrenNamed(childNamed(contrib, 'collab'), 'contrib-group');
      const members = inside.flatMap((inner) => childrenNamed(inner, 'contrib'));
      return [contributor, ...members.flatMap((member) => read(member, 'other', []))];
    });
  return groups.flatMap((group) => {
    const shared = linked ? [] : [...childrenNamed(group, 'aff'), ...childrenNamed(meta, 'aff')];
    return childrenNamed(group, 'contrib').flatMap((contrib) => read(contrib, roleOf(contrib, group), shared));
  });
}

function namesOf(contrib: XmlElement): Pick<Contributor, 'name' | 'given' | 'family'>[] {
  const alternatives = childNamed(contrib, 'name-alternatives', 'collab-alternatives');
  const name = childNamed(contrib, 'name', 'string-name') ?? childNamed(alternatives, 'name', 'string-name');
  if (name) return [readName(name)].filter((person) => person.name !== '');
  const collab = childNamed(contrib, 'collab') ?? childNamed(alternatives, 'collab');
  if (collab) {
    // The members of a group may be listed inside its name; they are contributors besides.
    const own = {
      ...collab,
      children: collab.children.filter((c) => typeof c === 'string' || c.name !== 'contrib-group'),
    };
    return [{ name: plainText(own) }].filter((group) => group.name !== '');
  }
  return childNamed(contrib, 'anonymous') ? [{ name: 'Anonymous' }] : [];
}

function affiliationsOf(contrib: XmlElement, byId: ReadonlyMap<string, XmlElement>, shared: XmlElement[]): string[] {
  const linked = childrenNamed(contrib, 'xref')
    .filter((xref) => (xref.attributes['ref-type'] ?? 'aff') === 'aff')
    .flatMap((xref) => idRefs(xref, 'rid').map((id) => byId.get(id)))
    .filter((element) => element?.name === 'aff');
  const nested = [
    ...childrenNamed(contrib, 'aff'),
    ...childrenNamed(childNamed(contrib, 'aff-alternatives'), 'aff').slice(0, 1),
  ];
  const own = [...nested, ...linked].flatMap((element) => (element ? [element] : []));
  const texts = (own.length > 0 ? own : shared).map(affiliationText);
  return [...new Set(texts.filter((text) => text !== ''))];
}

function ownEmail(contrib: XmlElement): string | undefined {
  const own = childElements(contrib).filter(({ name }) => name !== 'collab' && name !== 'xref');
  const email = own.flatMap((child) => (child.name === 'email' ? [child] : descendantsNamed(child, 'email')))[0];
  return email && plainText(email) ? plainText(email) : undefined;
}

function roleOf(contrib: XmlElement, group: XmlElement): Contributor['role'] {
  const type = contrib.attributes['contrib-type'] ?? group.attributes['content-type'] ?? '';
  if (/editor/i.test(type)) return 'editor';
  if (/^$|author|^collab/i.test(type)) {
    // Editors are at times told by their role only.
    const roles = childrenNamed(contrib, 'role').map(plainText).join(' ');
    return type === '' && /\beditor\b/i.test(roles) ? 'editor' : 'author';
  }
  return 'other';
}
