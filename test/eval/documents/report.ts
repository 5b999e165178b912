import { round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import { measureNames } from './measure-names.ts';
import { sum, type Tally } from './measures/tally.ts';
import type { Fault } from './score-paper.ts';

export type ScoredPaper = {
  name: string;
  template: string;
  truths: string[];
  /** Truths, or parts of them, that are not about these pages. */
  skipped?: string[];
  problem?: string;
  pages: number;
  /** Of processor time. */
  seconds: number;
  tallies: Record<string, Tally>;
  faults: Fault[];
};

/** Figures over all papers, then those of each template, the worst of each measure named. */
export function figuresOf(papers: readonly ScoredPaper[]): Figure[] {
  const templates = [...Map.groupBy(papers, ({ template }) => template)];
  const overall = valuesOf(papers);
  const byTemplate = templates.map(([template, members]) => ({ template, values: valuesOf(members) }));
  const figures: Figure[] = [
    { name: 'papers', value: papers.length, unit: '' },
    {
      name: 'papers that the reader refused',
      value: papers.filter(({ problem }) => problem !== undefined).length,
      unit: '',
      bar: '0',
    },
    { name: 'time', value: secondsPerPage(papers), unit: 'seconds of processor time a page' },
  ];
  for (const { id, label, bar } of measureNames) {
    const value = overall.get(id);
    if (value === undefined) continue;
    figures.push({ name: label, value, unit: '', ...(bar === undefined ? {} : { bar }) });
    if (templates.length < 2) continue;
    for (const { template, values } of byTemplate) {
      const part = values.get(id);
      if (part === undefined) continue;
      figures.push({ name: `${label}, ${template}`, value: part, unit: '' });
    }
  }
  return figures;
}

const costs = new Set([
  'inversions',
  'lost',
  'referenceCount',
  'depositCount',
  'converterCount',
  'floatCount',
  'silent',
  'counted',
]);

export type Worst = { measure: string; name: string; value: number };

/** For each measure the paper with the worst value. */
export function worstPapers(papers: readonly ScoredPaper[]): Worst[] {
  return worstOf(papers.map((paper) => ({ name: paper.name, values: valuesOf([paper]) })));
}

/** For each measure the template with the worst value; none where there is only one. */
export function worstTemplates(papers: readonly ScoredPaper[]): Worst[] {
  const templates = [...Map.groupBy(papers, ({ template }) => template)];
  if (templates.length < 2) return [];
  return worstOf(templates.map(([name, members]) => ({ name, values: valuesOf(members) })));
}

function worstOf(groups: readonly { name: string; values: ReadonlyMap<string, number> }[]): Worst[] {
  return measureNames.flatMap(({ id, label }) => {
    const ranked = groups
      .flatMap(({ name, values }) => {
        const value = values.get(id);
        return value === undefined ? [] : [{ measure: label, name, value }];
      })
      .toSorted((one, other) => (costs.has(id) ? other.value - one.value : one.value - other.value));
    return ranked.slice(0, 1);
  });
}

const mostFaults = 40;
const longestFault = 300;

/** The paper without most of its faults and the ends of long ones: what is worth keeping in a file. */
export function shortened(paper: ScoredPaper): ScoredPaper {
  const cut = (text: string | undefined): string => (text ?? '').slice(0, longestFault);
  const byMeasure = [...Map.groupBy(paper.faults, ({ measure }) => measure).values()];
  const faults = byMeasure.flatMap((members) =>
    members
      .slice(0, mostFaults)
      .map(({ measure, expected, got }) => ({ measure, expected: cut(expected), got: cut(got) })),
  );
  return { ...paper, faults };
}

/** One line a paper: the measures that most is said by. */
export function tableOf(papers: readonly ScoredPaper[]): string {
  const columns = [
    'recall',
    'precision',
    'edges',
    'aligned',
    'headings',
    'levels',
    'paragraphs',
    'title',
    'authors',
    'abstract',
  ];
  const more = ['referenceCount', 'entries', 'fields', 'citations', 'figureCaptions', 'cells', 'boxes', 'silent'];
  const ids = [...columns, ...more];
  const rows = papers.map((paper) => {
    const values = ids.map((id) => cell(id, paper.tallies[id]).padStart(7));
    return `${paper.name.padEnd(34).slice(-34)} ${values.join('')}${[paper.problem, ...(paper.skipped ?? [])].map((note) => (note === undefined ? '' : `  ${note}`)).join('')}`;
  });
  return [`${''.padEnd(34)} ${ids.map((id) => id.slice(0, 6).padStart(7)).join('')}`, ...rows, ''].join('\n');
}

function cell(id: string, tally: Tally | undefined): string {
  const value = tally && measureNames.find((each) => each.id === id)?.value(tally);
  return value === undefined ? '-' : value.toFixed(3);
}

function valuesOf(papers: readonly ScoredPaper[]): Map<string, number> {
  const values = new Map<string, number>();
  for (const { id, value } of measureNames) {
    const found = value(sum(papers.flatMap(({ tallies }) => tallies[id] ?? [])));
    if (found !== undefined) values.set(id, round(found, 4));
  }
  return values;
}

/** Sources in LaTeX have no pages; their time is told apart. */
function secondsPerPage(scored: readonly ScoredPaper[]): number {
  const papers = scored.filter(({ pages }) => pages > 0);
  const total = (of: (paper: ScoredPaper) => number): number => papers.reduce((all, paper) => all + of(paper), 0);
  return round(
    total(({ seconds }) => seconds) /
      Math.max(
        1,
        total(({ pages }) => pages),
      ),
    4,
  );
}
