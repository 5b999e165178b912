import type { Answer } from '@askg/contract';
import type { ClaimPart, DraftClaim } from '../draft-answer.ts';
import type { Reading } from './reading.ts';
import type { PaperReading, PolarityReading } from './read-polarity.ts';

/** From this probability on a reading counts as supported; below it is so in part. */
const supportedAt = 0.9;
const openings: Readonly<Record<Reading, string>> = { yes: 'Yes', no: 'No', maybe: 'It depends' };

/** The word that an answer opens with, resting on the quotes that it was read from; undefined where it is not sure enough. */
export function claimPolarity({
  reading,
  probability,
  isSure,
  papers,
  method,
}: PolarityReading): DraftClaim | undefined {
  if (!isSure) return undefined;
  const sure = papers.filter((paper) => paper.isSure);
  const end: ClaimPart = { text: '.', quotes: [] };
  return {
    separator: '',
    parts: [...(isMixed(sure) ? mixed(sure) : alike(reading, sure)), end],
    support: { label: probability >= supportedAt ? 'supported' : 'partly', score: rounded(probability), method },
    rows: [],
  };
}

/** The reading as an answer keeps it. Where it is told, the claim that tells it comes before those it was read from. */
export function keptPolarity({
  reading,
  probability,
  isSure,
  papers,
}: PolarityReading): NonNullable<Answer['polarity']> {
  return {
    reading,
    probability: rounded(probability),
    ...(isSure ? { told: true as const } : {}),
    papers: papers.map((each) => ({
      paper: each.paper,
      title: each.title,
      reading: each.reading,
      probability: rounded(each.probability),
      claims: isSure ? [...(each.isSure ? [0] : []), ...each.claims.map((claim) => claim + 1)] : each.claims,
    })),
  };
}

/** “Yes”, or “Yes: 2 papers agree”. */
function alike(reading: Reading, papers: readonly PaperReading[]): ClaimPart[] {
  const number = papers.length > 1 ? `: ${papers.length} papers agree` : '';
  return [{ text: `${openings[reading]}${number}`, quotes: papers.flatMap(({ quotes }) => quotes) }];
}

/** “The evidence is mixed: 2 papers say yes, 1 says no”, each with its own quotes. */
function mixed(papers: readonly PaperReading[]): ClaimPart[] {
  const sides = (['yes', 'no', 'maybe'] as const).flatMap((reading): ClaimPart[] => {
    const of = papers.filter((paper) => paper.reading === reading);
    if (of.length === 0) return [];
    const word = reading === 'maybe' ? 'that it depends' : reading;
    const text = of.length === 1 ? `1 says ${word}` : `${of.length} papers say ${word}`;
    return [{ text, quotes: of.flatMap(({ quotes }) => quotes) }];
  });
  return sides.map(({ text, quotes }, i) => ({
    text: i === 0 ? `The evidence is mixed: ${text.replace(/^1 /, '1 paper ')}` : `, ${text}`,
    quotes,
  }));
}

function isMixed(papers: readonly PaperReading[]): boolean {
  return new Set(papers.map(({ reading }) => reading)).size > 1;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
