import type { DecidedEntities, Thing } from '@askg/corpus';
import type { AcrossPapers } from '../across-papers/across-papers.ts';
import { addAcrossPapers } from '../across-papers/add-commands.ts';
import type { AddCommand } from '../program.ts';

const entities: AcrossPapers<Thing, DecidedEntities> = {
  command: 'entities',
  describe: 'What is the same thing across the papers, and what was decided about it.',
  help: {
    list: 'List the things that several papers name.',
    show: 'Show one thing: names, papers, and why they are taken for one.',
    merge: 'Decide that things are one.',
    split: 'Decide that the entities of these papers are another thing than the one they are taken for.',
  },
  iris: {
    show: 'of the thing, or of the entity of one paper',
    merge: 'two things or more, or entities of papers',
    split: 'entities of papers (…/paper/KEY/ent2), all of one thing',
  },
  kind: 'thing',
  none: 'Nothing: things are found when `askg ingest` has read papers, and several of them name the same.',
  of: (corpus) => corpus.entities,
  concerned: (decided) => decided.entities,
  facts: ({ topic }) => (topic === undefined ? [] : [['topic', topic]]),
};

export const entitiesCommand: AddCommand = (program, shell) => addAcrossPapers(program, shell, entities);
