import { parseIri } from '@askg/ddm';
import { claimInPassing } from '../answer/in-passing.ts';
import type { Outcome } from '../answer/outcome.ts';
import { namedInPassing } from '../evidence/named-in-passing.ts';
import type { FactAnswer } from '../facts.ts';
import { withDeadline } from './race.ts';
import type { RunContext } from './run-context.ts';
import { degradedBy } from './step-failure.ts';

/** Rows tell which papers name a thing with weight; the text tells which others say its name. */
export async function addPassing(
  outcome: Outcome,
  { inPassing = [], shape, rows }: FactAnswer,
  { parts, view, signal }: Pick<RunContext, 'parts' | 'view' | 'signal'>,
  papers?: readonly string[],
): Promise<Outcome> {
  const [name] = inPassing;
  if (shape !== 'list' || name === undefined) return outcome;
  const without = new Set(rows.flatMap(({ sources }) => sources.flatMap((iri) => parseIri(view.base, iri)?.key ?? [])));
  const { passages, watch, deadlines } = parts;
  try {
    const quotes = await watch.time('mentions', () =>
      withDeadline(
        (step) => namedInPassing(passages, inPassing, { view, without, signal: step, ...(papers ? { papers } : {}) }),
        deadlines.passages,
        signal,
      ),
    );
    return quotes.length === 0 ? outcome : { ...outcome, claims: [...outcome.claims, claimInPassing(name, quotes)] };
  } catch (error) {
    const names = { step: 'mentions', wanted: 'papers that say the name', used: 'the graph only' };
    return { ...outcome, degraded: [...outcome.degraded, degradedBy(error, names)] };
  }
}
