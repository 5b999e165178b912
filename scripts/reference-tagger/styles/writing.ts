import type { Label } from '../../../libs/ddm/src/read/pdf/references/model/labels.ts';
import type { Segment } from '../labelled-text.ts';
import type { Person, ReferenceParts } from '../parts-of-example.ts';

/** Picks one of some values; the same each time. */
export type Pick = <T>(values: readonly [T, ...T[]]) => T;

/** Writes a reference the way some journals ask for, labelled part by part. */
export type Style = (parts: ReferenceParts, pick: Pick) => Segment[];

/** Text of one label; nothing if it is missing. */
export function say(label: Label, text: string | undefined, before = '', after = ''): Segment[] {
  return text === undefined || text === '' ? [] : [{ text: before }, { text, label }, { text: after }];
}

/** The same where the signs around it belong to the part. */
export function wrap(label: Label, text: string | undefined, before = '', after = ''): Segment[] {
  return text === undefined || text === '' ? [] : [{ text: `${before}${text}${after}`, label }];
}

export type Naming = (person: Person) => string;
export const familyFirst: Naming = ({ family, initials }) => (initials === '' ? family : `${family}, ${initials}`);
export const initialsFirst: Naming = ({ family, initials }) => `${initials} ${family}`.trim();
export const closeFamilyFirst: Naming = ({ family, initials }) => `${family}, ${initials.replaceAll(' ', '')}`;
export const bare: Naming = ({ family, initials }) => `${family} ${initials.replaceAll(/[. ]/g, '')}`.trim();
export const bareFirst: Naming = ({ family, initials }) => `${initials.replaceAll('.', '')} ${family}`.trim();

export function list(people: readonly Person[], naming: Naming, last: string, most = Infinity): string {
  const names = people.slice(0, most).map(naming);
  if (people.length > most) return `${names.join(', ')}, et al.`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}${last}${names.at(-1) ?? ''}`;
}

export function range({ pages }: ReferenceParts, dash = '–'): string | undefined {
  return pages && (pages.to === undefined ? pages.from : `${pages.from}${dash}${pages.to}`);
}

/** A paper in a journal has a volume; one in a book has none. */
export function isJournal({ container, volume }: ReferenceParts): boolean {
  return container !== undefined && volume !== undefined;
}

export function link({ doi, url }: ReferenceParts, before: string): Segment[] {
  return doi === undefined
    ? say('url', url, ' ')
    : say('identifier', doi, '', '').map((part) => (part.label ? { ...part, text: `${before}${doi}` } : part));
}
