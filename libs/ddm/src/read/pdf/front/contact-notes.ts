import { assignEmails, findEmails } from './emails.ts';

type Marked = { name: string; markers: readonly string[] };

const sign = /^\s*([*∗⁎†‡§¶‖])/u;
const contact = /correspond|contact|e-?mail|address|@/i;

/**
 * An address for each author as far as notes at the foot of the first page tell: to the author whose sign the note opens
 * with, to the name that the address is made of, or to the only author.
 */
export function emailsInNotes(authors: readonly Marked[], notes: readonly string[]): (string | undefined)[] {
  const result: (string | undefined)[] = authors.map(() => undefined);
  for (const note of notes) {
    const emails = contact.test(note) ? findEmails(note) : [];
    if (emails.length === 0) continue;
    const mark = sign.exec(note)?.[1]?.replace(/[∗⁎]/u, '*');
    const marked = authors.findIndex(
      ({ markers }) => mark !== undefined && markers.some((marker) => marker.replace(/[∗⁎]/u, '*') === mark),
    );
    if (marked >= 0 && emails.length === 1) {
      result[marked] ??= emails[0];
      continue;
    }
    const named = authors.flatMap(({ name }, i) => (note.includes(name) ? [i] : []));
    const candidates = named.length > 0 ? named : authors.map((_, i) => i);
    // One candidate takes the only address whatever it is made of.
    const assigned = assignEmails(
      candidates.map((i) => authors[i]?.name ?? ''),
      emails,
    );
    for (const [at, i] of candidates.entries()) result[i] ??= assigned[at];
  }
  return result;
}
