import type { Contributor } from '@askg/contract';
import { childrenNamed, descendantsNamed, idRefs, plainText, rawText, type XmlElement } from '../../xml/tree.ts';

type Person = Pick<Contributor, 'name' | 'given' | 'family'>;

/** The e-mail addresses of corresponding authors, which many journals give in one note for all of them. */
export class CorrespondingAuthors {
  readonly #notes = new Map<string, XmlElement>();
  /** How many contributors point at each note. */
  readonly #pointers = new Map<string, number>();

  constructor(meta: XmlElement | undefined) {
    for (const note of descendantsNamed(meta, 'corresp', 'fn')) {
      if (note.attributes.id && descendantsNamed(note, 'email').length > 0) this.#notes.set(note.attributes.id, note);
    }
    for (const contrib of descendantsNamed(meta, 'contrib')) {
      for (const id of noteIds(contrib)) this.#pointers.set(id, (this.#pointers.get(id) ?? 0) + 1);
    }
  }

  /** An address that is surely this person's: the only one, or the one with the initials or family name. */
  emailOf(contrib: XmlElement, person: Person): string | undefined {
    for (const id of noteIds(contrib)) {
      const note = this.#notes.get(id);
      if (!note) continue;
      const emails = descendantsNamed(note, 'email')
        .map(plainText)
        .filter((email) => email !== '');
      if (emails.length === 1 && this.#pointers.get(id) === 1) return emails[0];
      const named = byInitials(note, person) ?? emails.find((email) => namesPerson(email, person));
      if (named) return named;
    }
    return undefined;
  }
}

function noteIds(contrib: XmlElement): string[] {
  return childrenNamed(contrib, 'xref').flatMap((xref) => idRefs(xref, 'rid'));
}

/** The convention `a@b.org (HT); c@d.org (FP)`. */
function byInitials(note: XmlElement, person: Person): string | undefined {
  const initials = (text: string | undefined): string =>
    [...(text ?? '').matchAll(/\p{L}+/gu)].map(([w]) => w[0]).join('');
  const wanted = (initials(person.given) + initials(person.family)).toUpperCase();
  if (wanted.length < 2) return undefined;
  const text = rawText(note);
  for (const [, email, shown] of text.matchAll(/(\S{1,200}@[^\s();,]{1,200})\s?\(([\p{L}.\s-]{1,20})\)/gu)) {
    const letters = (shown ?? '').replaceAll(/[^\p{L}]/gu, '').toUpperCase();
    const short = (wanted[0] ?? '') + (wanted.at(-1) ?? '');
    if (letters === wanted || letters === short) return email;
  }
  return undefined;
}

function namesPerson(email: string, person: Person): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replaceAll(/[^\p{L}]/gu, '')
      .toLowerCase();
  const family = plain(person.family ?? '');
  return family.length > 2 && plain(email.split('@')[0] ?? '').includes(family);
}
