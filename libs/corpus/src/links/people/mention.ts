import type { NamedPerson } from '../facts/linking-facts.ts';
import { type PersonName, readName } from '../names/person-name.ts';
import type { LinkablePaper } from '../linkable-paper.ts';

/** Someone named in a paper, as the linker sees it. */
export type Mention = {
  /** Place among all mentions, by key of the paper and order of names. */
  index: number;
  /** Place of the paper among all papers. */
  paper: number;
  key: string;
  person: NamedPerson;
  /** Only where it has the form of one. */
  orcid: string | undefined;
  name: PersonName;
  /** Place of the name among all that differ. */
  form: number;
};

/** Names that differ in more than accents, case, hyphens and particles, and who is named so. */
export type NameForms = { names: PersonName[]; mentions: Mention[] };

const orcidForm = /^(?:\d{4}-){3}\d{3}[\dX]$/;

/** @param papers in order */
export function readMentions(papers: readonly LinkablePaper[]): NameForms {
  const forms = new Map<string, number>();
  const names: PersonName[] = [];
  const mentions: Mention[] = [];
  for (const [paper, { key, facts }] of papers.entries()) {
    for (const person of facts.people) {
      const name = readName(person);
      const identity = `${name.given.join(' ')}|${name.givenKey}|${name.family.join(' ')}|${name.suffix ?? ''}`;
      let form = forms.get(identity);
      if (form === undefined) {
        form = names.push(name) - 1;
        forms.set(identity, form);
      }
      const orcid = person.orcid !== undefined && orcidForm.test(person.orcid) ? person.orcid : undefined;
      mentions.push({ index: mentions.length, paper, key, person, orcid, name, form });
    }
  }
  return { names, mentions };
}

/** The whole name where a given name is written out; the short key of one with initials only. */
export function longKey(name: PersonName): string {
  return (name.given[0]?.length ?? 0) > 1 ? `${name.givenKey} ${name.familyKey}` : shortKey(name);
}

/** The family name with the first initial: what all spellings of a name have in common, as a rule. */
export function shortKey({ familySound, given }: PersonName): string {
  return `${familySound} ${given[0]?.[0] ?? ''}`;
}
