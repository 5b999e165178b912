import type { Citation, Claim, ComparedCell, Verdict } from '@askg/contract';

const empty: Partial<Record<Verdict, string>> = {
  'not-in-corpus': 'not in this paper',
  'no-answer': 'could not be searched',
};

/** What a cell says, or why it says nothing. */
export function cellText({ text, verdict }: ComparedCell): string {
  return text === '' ? (empty[verdict] ?? '') : text;
}

/** A stretch of a cell, and what it rests on. */
export type CellPart = {
  /** What stands between it and the one before: a mark where something was left out. */
  separator: string;
  text: string;
  citations: Citation[];
  isQuote: boolean;
};

/** Between quotes of one cell that do not follow one another. */
const gap = ' … ';

/** The stretches of a cell: what is told in values, then each sentence that is quoted, with their own citations. */
export function cellParts(cell: ComparedCell, claims: readonly Claim[]): CellPart[] {
  const own = cell.claims.flatMap((at) => claims[at] ?? []);
  const quoted = own.filter(
    ({ text, citations }) => citations.some(({ quote }) => quote === text) && cell.text.includes(text),
  );
  const told = quoted
    .reduce((text, claim) => text.replace(claim.text, ''), cell.text)
    .replaceAll(gap, ' ')
    .trim();
  const citations = own.filter((claim) => !quoted.includes(claim)).flatMap((claim) => claim.citations);
  const parts = [
    ...(told === '' ? [] : [{ text: told, citations, isQuote: false }]),
    ...quoted.map((claim) => ({ text: claim.text, citations: claim.citations, isQuote: true })),
  ];
  return parts.map((part, i) => {
    const before = parts[i - 1]?.text;
    if (before === undefined) return { separator: '', ...part };
    return { separator: cell.text.includes(`${before} ${part.text}`) ? ' ' : gap, ...part };
  });
}
