import type { Decided, Person } from '@askg/corpus';
import type { AcrossPapers } from '../across-papers/across-papers.ts';
import { addAcrossPapers } from '../across-papers/add-commands.ts';
import type { AddCommand } from '../program.ts';

const people: AcrossPapers<Person, Decided> = {
  command: 'people',
  describe: 'Who is who across the papers, and what was decided about it.',
  help: {
    list: 'List everybody whom papers name.',
    show: 'Show one person: spellings, papers, and why they are taken for one.',
    merge: 'Decide that people are one.',
    split: 'Decide that the people of these papers are somebody else than the person they are taken for.',
  },
  iris: {
    show: 'of the person, or of the person in one paper',
    merge: 'two people or more, or people of papers',
    split: 'people of papers (…/paper/KEY/person2), all of one person',
  },
  kind: 'person',
  none: 'Nobody: people are told apart when `askg ingest` has read papers.',
  of: (corpus) => corpus.people,
  concerned: (decided) => decided.people,
  facts: ({ orcids }) => orcids.map((orcid) => ['ORCID', orcid]),
};

export const peopleCommand: AddCommand = (program, shell) => addAcrossPapers(program, shell, people);
