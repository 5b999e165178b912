import type { Degraded } from '@askg/contract';
import type { DraftClaim } from '../answer/draft-answer.ts';
import { modelAnswer } from '../answer/model-answer.ts';
import type { PlacedUnit } from '../evidence/corpus-view.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { nearnessBy } from '../run/nearness.ts';
import { withDeadline } from '../run/race.ts';
import type { RunContext } from '../run/run-context.ts';
import { degradedBy } from '../run/step-failure.ts';
import type { TableRow } from './fill-table.ts';

/** From so many quoted cells on, words above them are worth a call. */
const fewest = 2;

/**
 * What a chat model says of a table in one call, from the sentences that its cells quote: each claim cites some of them, and is
 * shown only where they support it. Without a model, or when it fails, nothing.
 */
export async function wordedSummary(
  { chat, parts, signal }: RunContext,
  question: string,
  rows: readonly TableRow[],
): Promise<{ claims: DraftClaim[]; degraded: Degraded[] }> {
  const units = unitsOf(rows);
  if (chat === undefined || units.length < fewest) return { claims: [], degraded: [] };
  try {
    const { claims } = await parts.watch.time('writing', () =>
      withDeadline(
        (step) => modelAnswer(chat, question, units, nearnessBy(parts, step), step),
        parts.deadlines.writing,
        signal,
      ),
    );
    const held = claims.filter(({ support }) => support.label === 'supported');
    return { claims: held.map((claim) => ({ ...claim, separator: ' ' })), degraded: [] };
  } catch (error) {
    const names = { step: 'summary', wanted: `a summary by ${chat.name}`, used: 'what the values show' };
    return { claims: [], degraded: [degradedBy(error, names)] };
  }
}

/** The first sentence of each cell, aspect by aspect, so that what is compared stands side by side. */
function unitsOf(rows: readonly TableRow[]): EvidenceUnit[] {
  const columns = rows[0]?.cells.length ?? 0;
  const placed = Array.from({ length: columns }, (_, at) =>
    rows.flatMap(({ cells }): PlacedUnit[] => cells[at]?.units?.slice(0, 1) ?? []),
  ).flat();
  const distinct = [...new Map(placed.map((each) => [each.iri, each])).values()];
  return distinct.map((each) => ({
    placed: each,
    quote: quote(each),
    similarity: 1,
    coverage: 1,
    score: 1,
    methods: ['table'],
  }));
}
