import type { NamedPerson } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import type { LinkablePaper } from '../../../libs/corpus/src/links/linkable-paper.ts';
import { mentionId } from './mention-set.ts';

/** Two ways to tell people apart by their names alone: the cluster of each mention. */
export const nameBaselines: Readonly<Record<string, (person: NamedPerson) => string>> = {
  'exact name': ({ name }) => name.toLowerCase(),
  'first initial and last name': ({ name, given, family }) => {
    const words = name.trim().split(/\s+/);
    return `${(given ?? words[0] ?? '').slice(0, 1)} ${family ?? words.at(-1) ?? ''}`.toLowerCase();
  },
};

export function byName(papers: readonly LinkablePaper[], key: (person: NamedPerson) => string): Map<string, string> {
  return new Map(
    papers.flatMap((paper) =>
      paper.facts.people.map((person) => [mentionId(paper.key, person.id), key(person)] as const),
    ),
  );
}
