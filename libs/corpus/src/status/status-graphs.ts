import type { PublicationStatus } from '@askg/contract';
import { ddm, GraphLines, paperIri, statusGraphIri, unitIri, xsd } from '@askg/ddm';
import type { CitedStatus } from './cited-statuses.ts';

/**
 * The graphs of statuses as canonical N-Quads, one for each paper that is not in good standing or cites a work that is not,
 * by their names. A pure function of the statuses.
 */
export function statusGraphs(
  papers: ReadonlyMap<string, PublicationStatus>,
  cited: readonly CitedStatus[],
  base: string,
): Map<string, string> {
  const graphs = new Map<string, GraphLines>();
  const graphOf = (key: string): GraphLines => {
    const name = statusGraphIri(base, key);
    const lines = graphs.get(name) ?? new GraphLines(name);
    graphs.set(name, lines);
    return lines;
  };
  for (const [key, status] of papers) state(graphOf(key), paperIri(base, key), status);
  for (const { citing, reference, status } of cited) {
    // Why, in the words of whoever said it, stands with the paper itself: not all who read this one may read that one.
    const { reason: _, ...told } = status;
    state(graphOf(citing), unitIri(base, citing, reference), told);
  }
  return new Map([...graphs].map(([name, lines]) => [name, lines.build()]));
}

function state(lines: GraphLines, work: string, { status, date, reason, notice, source }: PublicationStatus): void {
  lines.iri(work, ddm.publicationStatus, ddm[`status-${status}`]);
  if (date !== undefined) lines.integer(work, ddm.statusYear, Number(date.slice(0, 4)));
  if (date !== undefined) lines.typed(work, ddm.statusDate, date, dateTypes[date.split('-').length - 1] ?? xsd.date);
  if (notice !== undefined) lines.iri(work, ddm.statusNotice, notice);
  lines.text(work, ddm.statusReason, reason);
  lines.text(work, ddm.statusSource, source);
}

/** Of a date with a year; with a month too; with a day too. */
const dateTypes = [xsd.gYear, xsd.gYearMonth, xsd.date] as const;
