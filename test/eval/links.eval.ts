import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { findCitations } from '../../libs/corpus/src/links/citations/derive-citations.ts';
import type { LinkablePaper } from '../../libs/corpus/src/links/linkable-paper.ts';
import { type CitingPaper, citedWorks, withoutDois } from './links/cited-works.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { type ContributorFile, readContributorFiles } from './people/contributor-files.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * `--data` takes several folders, apart by the sign that parts paths (`:`). The works that the files cite by DOI stand for
 * papers of a corpus, with the title, year and first author that one file tells. The references of another file, of a
 * deposit against JATS, of JATS and PDF against deposits, are tied to them with all DOIs hidden; the DOIs are the gold.
 */
export const evaluation: Evaluation = {
  describe: 'References tied to papers by title, year and first author, with DOIs hidden and used as gold.',
  run: evaluate,
};

type Tie = { id: string; cited?: string };
type Group = { name: string; works: LinkablePaper[]; citing: CitingPaper[] };

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR]: folders with papers');
  const groups = await groupsOf(options.data.split(delimiter));
  const ties = groups.map((group) => tie(group));
  const file = options.predictions ?? join(root, 'data', 'eval', 'links.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  const lines = ties.flatMap((each, i) =>
    each.map(({ id, cited }) => `${JSON.stringify({ group: groups[i]?.name, id, cited })}\n`),
  );
  writeFileSync(file, lines.join(''));
  const scored = groups.map((group, i) => score(group, ties[i] ?? []));
  return {
    figures: scored.flatMap(({ figures }) => figures),
    details: scored.map(({ faults }) => faults.slice(0, 40)),
  };
}

async function groupsOf(folders: readonly string[]): Promise<Group[]> {
  const read = async (endings: RegExp): Promise<ContributorFile[]> =>
    (await Promise.all(folders.map((folder) => readContributorFiles(folder, endings)))).flat();
  const deposits = await read(/\.crossref\.xml$/);
  const articles = (await read(/\.xml$/)).filter(({ name }) => !name.endsWith('.crossref.xml'));
  const pdfs = await read(/\.pdf$/);
  return [
    { name: 'JATS to deposits', works: citedWorks(deposits), citing: articles.map(withoutDois) },
    { name: 'PDF to deposits', works: citedWorks(deposits), citing: pdfs.map(withoutDois) },
    { name: 'deposits to JATS', works: citedWorks(articles), citing: deposits.map(withoutDois) },
  ];
}

function tie({ works, citing }: Group): Tie[] {
  const found = findCitations([...works, ...citing.map(({ paper }) => paper)]);
  const cited = new Map(found.map((each) => [`${each.citing} ${each.reference}`, each.cited]));
  return citing.flatMap(({ paper }) =>
    paper.facts.references.map(({ id }) => {
      const tied = cited.get(`${paper.key} ${id}`);
      return { id: `${paper.key} ${id}`, ...(tied === undefined ? {} : { cited: tied }) };
    }),
  );
}

/** Of the references that print a DOI: those whose work is there should be tied to it, the others to nothing. */
function score({ name, works, citing }: Group, ties: readonly Tie[]): { figures: Figure[]; faults: unknown[] } {
  const known = new Set(works.map(({ key }) => key));
  const predicted = new Map(ties.map(({ id, cited }) => [id, cited]));
  const titles = new Map(works.map(({ key, facts }) => [facts.title.toLowerCase(), key]));
  const ours = { right: 0, tied: 0 };
  const exact = { right: 0, tied: 0 };
  let there = 0;
  let unjudged = 0;
  const faults: unknown[] = [];
  for (const { paper, dois } of citing) {
    for (const reference of paper.facts.references) {
      // Many deposits name a work by nothing but its DOI.
      if (reference.title === undefined && reference.raw === undefined) continue;
      const tied = predicted.get(`${paper.key} ${reference.id}`);
      const doi = dois.get(reference.id);
      if (doi === undefined) {
        unjudged += Number(tied !== undefined);
        continue;
      }
      const wanted = known.has(doi) ? doi : undefined;
      there += Number(wanted !== undefined);
      count(ours, tied, wanted);
      count(exact, titles.get((reference.title ?? '').toLowerCase()), wanted);
      if (tied !== wanted) faults.push({ in: paper.key, wanted, tied, reference });
    }
  }
  const figure = (what: string, value: number): Figure => ({ name: `${name}: ${what}`, value, unit: '' });
  return {
    figures: [
      figure('works', works.length),
      figure('references whose work is there', there),
      figure('precision', share(ours.right, ours.tied)),
      figure('recall', share(ours.right, there)),
      figure('tied without a DOI, not judged', unjudged),
      figure('precision by equal titles', share(exact.right, exact.tied)),
      figure('recall by equal titles', share(exact.right, there)),
    ],
    faults,
  };
}

function count(tally: { right: number; tied: number }, tied: string | undefined, wanted: string | undefined): void {
  tally.tied += Number(tied !== undefined);
  tally.right += Number(tied !== undefined && tied === wanted);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole, 4);
}
