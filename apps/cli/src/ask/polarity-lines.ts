import type { Answer } from '@askg/contract';

const readings = { yes: 'says yes', no: 'says no', maybe: 'says that it depends' } as const;

/** What each paper says to a question for yes or no, where the answer tells it of several. */
export function polarityLines({ polarity }: Answer): string[] {
  if (polarity?.told !== true || polarity.papers.length < 2) return [];
  return polarity.papers.map(
    ({ title, reading, probability }) => `  ${title}: ${readings[reading]} (${Math.round(probability * 100)} in 100)`,
  );
}
