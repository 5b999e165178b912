import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { quantile, round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import type { ClaimVerdict, JudgedClaim, Judgement, Stratum } from './judged-claim.ts';
import { cohensKappa } from './kappa.ts';

export type Verdicts = readonly { claim: JudgedClaim; verdict: ClaimVerdict }[];

const draws = 2000;
const leastPrecision = '>= 0.80';
const worth: Record<Judgement, number> = { supports: 1, partly: 0.5, not: 0 };

/** Strata whose figures are given together: a quote says what it says, so that it is only asked whether it answers. */
const groups: readonly { name: string; of: readonly Stratum[]; bar?: string }[] = [
  { name: 'claims from rows', of: ['rows'] },
  { name: 'claims by a model', of: ['model'] },
  { name: 'claims from rows and by a model', of: ['rows', 'model'], bar: leastPrecision },
  { name: 'quotes (do they answer?)', of: ['quotes'] },
  { name: 'all', of: ['rows', 'model', 'quotes'] },
];

/** Pairs claims with one judge's verdicts; claims that were not judged are left out. */
export function paired(claims: readonly JudgedClaim[], verdicts: readonly ClaimVerdict[]): Verdicts {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  return claims.flatMap((claim) => {
    const verdict = byId.get(claim.id);
    if (verdict && verdict.citations.length !== claim.citations.length) {
      throw new Error(`The verdict on ${claim.id} is not on its ${claim.citations.length} citations.`);
    }
    return verdict ? [{ claim, verdict }] : [];
  });
}

/** Figures of one judge, with 95 % intervals: claims drawn anew with replacement, each with all its citations. */
export function figuresOf(judged: Verdicts, judge: string, seed: number): Figure[] {
  return groups.flatMap(({ name, of, bar }) => {
    const own = judged.filter(({ claim }) => of.includes(claim.stratum));
    if (own.length === 0) return [];
    const citations = own.reduce((sum, { verdict }) => sum + verdict.citations.length, 0);
    const figure = (what: string, measure: (judged: Verdicts) => number, n: string): Figure => ({
      name: `${judge}, ${name}, ${what}`,
      value: round(measure(own), 3),
      unit: `${interval(own, measure, seed)} of ${n}`,
    });
    return [
      { ...figure('citation precision', precision(fully), `${citations} citations`), ...(bar ? { bar } : {}) },
      figure('citation precision, partly as half', precision(half), `${citations} citations`),
      figure('claims wholly supported', recall, `${own.length} claims`),
    ];
  });
}

/** Agreement of two judges on the claims that both judged. */
export function agreementOf(one: Verdicts, other: Verdicts): Figure[] {
  const byId = new Map(other.map(({ verdict }) => [verdict.id, verdict]));
  const both = one.flatMap(({ verdict }) => {
    const second = byId.get(verdict.id);
    return second ? [{ verdict, second }] : [];
  });
  const citations = both.flatMap(({ verdict, second }) =>
    verdict.citations.map((judgement, i) => [judgement, second.citations[i] ?? 'not'] as const),
  );
  const claims = both.map(({ verdict, second }) => [verdict.claim, second.claim] as const);
  return [["Cohen's kappa over citations", citations] as const, ["Cohen's kappa over claims", claims] as const].map(
    ([name, pairs]) => ({
      name,
      value: round(cohensKappa(pairs), 3),
      unit: `(${pairs.filter(([a, b]) => a === b).length} of ${pairs.length} alike)`,
    }),
  );
}

function fully(judgement: Judgement): number {
  return judgement === 'supports' ? 1 : 0;
}

function half(judgement: Judgement): number {
  return worth[judgement];
}

/** Mean over citations. */
function precision(value: (judgement: Judgement) => number): (judged: Verdicts) => number {
  return (judged) => {
    const values = judged.flatMap(({ verdict }) => verdict.citations.map(value));
    return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  };
}

/** Share of the claims that their citations together support wholly. */
function recall(judged: Verdicts): number {
  return judged.filter(({ verdict }) => verdict.claim === 'supports').length / Math.max(1, judged.length);
}

function interval(judged: Verdicts, measure: (judged: Verdicts) => number, seed: number): string {
  const random = randomNumbers(seed);
  const values = Array.from({ length: draws }, () =>
    measure(judged.flatMap(() => judged[Math.floor(random() * judged.length)] ?? [])),
  );
  return `(${round(quantile(values, 0.025), 3)} to ${round(quantile(values, 0.975), 3)})`;
}
