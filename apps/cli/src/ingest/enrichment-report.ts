import type { EnrichmentEstimate, EnrichmentReport } from '@askg/contract';
import type { EnrichmentEvent } from '@askg/ingest';
import { count } from '../shell/quantities.ts';

/** A run of which nothing was done yet; `estimate` is what was said before it started. */
export function emptyReport(start: Pick<EnrichmentReport, 'run' | 'model' | 'budget' | 'estimate'>): EnrichmentReport {
  const sums = { enriched: 0, notEnriched: 0, entities: 0, relations: 0, dropped: {} };
  const ended = { why: 'stopped' as const, left: start.estimate.papers, tokens: 0, calls: 0, badReplies: 0 };
  return { ...start, ...sums, ...ended };
}

/** The report with one event more. */
export function withEvent(report: EnrichmentReport, event: EnrichmentEvent): EnrichmentReport {
  if (event.type === 'ended') {
    const { type: _, ...ended } = event;
    return { ...report, ...ended };
  }
  if (event.type !== 'enriched') return { ...report, notEnriched: report.notEnriched + 1 };
  const dropped = { ...report.dropped };
  for (const [reason, number] of Object.entries(event.dropped)) dropped[reason] = (dropped[reason] ?? 0) + number;
  return {
    ...report,
    enriched: report.enriched + 1,
    entities: report.entities + event.entities,
    relations: report.relations + event.relations,
    dropped,
  };
}

export function estimateLine({ papers, done, calls, tokens, mostTokens }: EnrichmentEstimate, model: string): string {
  const before = `${count(done, 'paper')} done before`;
  if (papers === 0) return `${model} has no paper to enrich, ${before}.`;
  const cost = `${count(calls, 'call')}, about ${tokens} tokens, at most ${mostTokens} where no call is repeated`;
  return `${model} is to enrich ${count(papers, 'paper')}: ${cost}; ${before}.`;
}

export function enrichmentLines(report: EnrichmentReport): string[] {
  const { enriched, entities, relations, tokens, calls, badReplies, notEnriched, left } = report;
  const dropped = Object.values(report.dropped).reduce((sum, number) => sum + number, 0);
  return [
    `${count(enriched, 'paper')} enriched: ${count(entities, 'entity', 'entities')}, ${count(relations, 'relation')}, ${count(dropped, 'suggestion')} dropped`,
    `${count(calls, 'call')}, ${tokens} of ${report.budget} tokens, ${badReplies} in vain, ${count(notEnriched, 'paper')} not enriched, ${left} left`,
  ];
}
