import { table } from '../shell/table.ts';
import type { BackEndReport, Figure } from './compare.ts';

const head = ['back end', 'nDCG@10', '95 of 100', 'MRR', 'recall@10', 'over chain', 'ms/question', 'ms/passage'];

/** A comparison for a person: a line for each back end, then its licences and whatever did not run as wanted. */
export function comparisonLines(reports: readonly BackEndReport[]): string[] {
  return [
    ...table([head, ...reports.map(rowOf)]),
    ...reports.flatMap((report) => notesOf(report).map((note) => `${report.name}: ${note}`)),
  ];
}

function rowOf({ name, quality, ms }: BackEndReport): string[] {
  if (!quality || !ms) return [name, '-', '-', '-', '-', '-', '-', '-'];
  const { ndcgAt10, reciprocalRank, recallAt10, gainOverChain } = quality;
  return [
    name,
    digits(ndcgAt10.mean),
    interval(ndcgAt10),
    digits(reciprocalRank),
    digits(recallAt10),
    gainOverChain ? `${signed(gainOverChain.mean)} (${interval(gainOverChain)})` : '-',
    ms.question.toFixed(1),
    ms.candidate === undefined ? '-' : ms.candidate.toFixed(2),
  ];
}

function notesOf({ licence, commercial, candidates, ran, name, fellBack = [], problem }: BackEndReport): string[] {
  return [
    ...(problem ? [`${problem.title}. ${problem.detail} ${problem.fix ?? ''}`.trim()] : []),
    ...(licence === undefined
      ? []
      : [`under ${licence}${commercial === false ? ', for use that earns no money' : ''}`]),
    ...(candidates && candidates.unscored > 0
      ? [`${candidates.unscored} of ${candidates.given} passages were not scored`]
      : []),
    ...(candidates?.truncated ? [`${candidates.truncated} of ${candidates.given} passages were cut`] : []),
    ...(candidates && ran && !ran.includes(name) && ran.length > 0 ? [`what ran was ${ran.join(', ')}`] : []),
    ...fellBack.map(
      ({ wanted, used, reason, questions }) => `${used} in place of ${wanted}, for ${questions} questions: ${reason}`,
    ),
  ];
}

function digits(value: number): string {
  return value.toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${digits(value)}`;
}

function interval({ low, high }: Figure): string {
  return `${digits(low)} to ${digits(high)}`;
}
