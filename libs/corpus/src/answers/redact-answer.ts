import type { Answer, AnswerPart, AnswerPolarity, AnswerTable, Citation, Claim, Row } from '@askg/contract';

/** Stands where words of a removed paper stood. */
export const redacted = '[removed]';

/** Keys of the papers whose words an answer holds, and of the one that it was asked of. */
export function papersOfAnswer(answer: Answer): Set<string> {
  const { nearest, claims, passages, evidence = [], settings, table, polarity } = answer;
  const citations = [...nearest, ...claims.flatMap(citationsOf), ...evidence];
  const asked = settings?.paper === undefined ? [] : [settings.paper];
  const compared = [...(table?.rows ?? []), ...(polarity?.papers ?? [])];
  return new Set([...[...citations, ...passages, ...compared].map(({ paper }) => paper), ...asked]);
}

/**
 * The answer without the words of a paper that was removed: its quotes and titles, the claims and result values that rest
 * on it, and the answer's text, which may repeat any of them. That it was redacted stands among what is degraded.
 */
export function redactAnswer(answer: Answer, paper: string): Answer {
  if (!papersOfAnswer(answer).has(paper)) return answer;
  const rests = (claim: Claim): boolean => citationsOf(claim).some((citation) => citation.paper === paper);
  const claims = answer.claims.map((claim) => (rests(claim) ? redactClaim(claim, paper) : claim));
  const isCompared = answer.table?.rows.some((row) => row.paper === paper) === true;
  const isTouched = isCompared || claims.some((claim, i) => claim !== answer.claims[i]);
  return {
    ...answer,
    answer: isTouched ? redacted : answer.answer,
    claims,
    ...(answer.polarity && { polarity: redactPolarity(answer.polarity, paper) }),
    ...(answer.parts && { parts: answer.parts.map((part) => redactPart(part, paper)) }),
    ...(answer.table && { table: redactTable(answer.table, paper) }),
    nearest: answer.nearest.map((citation) => redactCitation(citation, paper)),
    ...(answer.evidence && { evidence: answer.evidence.map((citation) => redactCitation(citation, paper)) }),
    degraded: [
      ...answer.degraded,
      { step: 'redaction', wanted: paper, used: 'nothing', reason: 'The paper was removed from the corpus.' },
    ],
  };
}

function citationsOf({ citations, rows }: Claim): Citation[] {
  return [...citations, ...rows.flatMap(({ sources }) => sources)];
}

function redactClaim(claim: Claim, paper: string): Claim {
  return {
    ...claim,
    text: redacted,
    citations: claim.citations.map((citation) => redactCitation(citation, paper)),
    rows: claim.rows.map((row) => redactRow(row, paper)),
  };
}

function redactTable(table: AnswerTable, paper: string): AnswerTable {
  const rows = table.rows.map((row) => {
    if (row.paper !== paper) return row;
    const cells = row.cells.map((cell) => (cell.text === '' ? cell : { ...cell, text: redacted }));
    return { ...row, title: redacted, cells };
  });
  return { ...table, rows };
}

function redactPolarity(polarity: AnswerPolarity, paper: string): AnswerPolarity {
  const papers = polarity.papers.map((each) => (each.paper === paper ? { ...each, title: redacted } : each));
  return { ...polarity, papers };
}

function redactPart(part: AnswerPart, paper: string): AnswerPart {
  return part.polarity === undefined ? part : { ...part, polarity: redactPolarity(part.polarity, paper) };
}

function redactRow(row: Row, paper: string): Row {
  if (!row.sources.some((source) => source.paper === paper)) return row;
  return { ...row, bindings: {}, sources: row.sources.map((source) => redactCitation(source, paper)) };
}

function redactCitation(citation: Citation, paper: string): Citation {
  if (citation.paper !== paper) return citation;
  const { section: _, ...rest } = citation;
  return { ...rest, title: redacted, quote: redacted };
}
