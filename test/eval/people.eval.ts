import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { findCitations } from '../../libs/corpus/src/links/citations/derive-citations.ts';
import type { LinkablePaper } from '../../libs/corpus/src/links/linkable-paper.ts';
import { linkPeople } from '../../libs/corpus/src/links/people/link-people.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { anthologySet } from './people/anthology-set.ts';
import { bCubed } from './people/b-cubed.ts';
import { contributorSet } from './people/contributor-set.ts';
import { type MentionSet, mentionId } from './people/mention-set.ts';
import { byName, nameBaselines } from './people/name-baselines.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `--data` takes several folders, apart by the sign that parts paths (`:`): one with `papers.jsonl.gz` is the ACL Anthology,
 * others hold JATS, Markdown and Crossref files, which are taken as one corpus. The linker was tuned on the development half of the people;
 * `--split test` reports on the other.
 */
export const evaluation: Evaluation = {
  describe: 'People across papers, with ORCIDs hidden: B-cubed against ORCIDs and against names told apart by hand.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR]: folders with papers');
  const figures: Figure[] = [];
  const file = options.predictions ?? join(root, 'data', 'eval', 'people.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  const lines: string[] = [];
  const opened: { set: MentionSet; predicted: Map<string, string> }[] = [];
  const folders = options.data.split(delimiter);
  const isAnthology = (folder: string): boolean => existsSync(join(folder, 'papers.jsonl.gz'));
  const others = folders.filter((folder) => !isAnthology(folder));
  const sets = [
    ...(others.length > 0 ? [await contributorSet(others, options.split)] : []),
    ...folders.filter(isAnthology).map((folder) => anthologySet(folder, options.split, options.sample)),
  ];
  for (const set of sets) {
    const start = performance.now();
    const predicted = predict(set.papers);
    const seconds = (performance.now() - start) / 1000;
    for (const [id, person] of predicted) lines.push(`${JSON.stringify({ id, person })}\n`);
    figures.push(
      { name: `${set.name}: papers`, value: set.papers.length, unit: '' },
      { name: `${set.name}: names`, value: predicted.size, unit: '' },
      { name: `${set.name}: time`, value: round(seconds, 2), unit: 's' },
    );
    opened.push({ set, predicted });
  }
  writeFileSync(file, lines.join(''));
  for (const { set, predicted } of opened) figures.push(...scores(set, predicted));
  return { figures, details: { half: options.split } };
}

/** The person of each mention, by the first mention of that person. */
function predict(papers: readonly LinkablePaper[]): Map<string, string> {
  const people = linkPeople(papers, findCitations(papers), []);
  return new Map(
    people.flatMap(({ mentions }) => {
      const ids = mentions.map(({ key, person }) => mentionId(key, person.id));
      return ids.map((id) => [id, ids[0] ?? id] as const);
    }),
  );
}

function scores(set: MentionSet, predicted: ReadonlyMap<string, string>): Figure[] {
  return set.gold().flatMap(({ group, persons, isPart }) => {
    const name = `${set.name}, ${group}`;
    const ours = bCubed(persons, predicted);
    const figure = (what: string, value: number, bar?: string): Figure => ({
      name: `${name}: ${what}`,
      value: round(value, 4),
      unit: '',
      ...(bar === undefined ? {} : { bar }),
    });
    return [
      figure('mentions', ours.mentions),
      figure('people', ours.people),
      figure('B3 precision', ours.precision),
      figure('B3 recall', ours.recall),
      figure('B3 F1', ours.f1, isPart ? undefined : '0.9'),
      ...Object.entries(nameBaselines).map(([baseline, key]) =>
        figure(`B3 F1 by ${baseline}`, bCubed(persons, byName(set.papers, key)).f1),
      ),
    ];
  });
}
