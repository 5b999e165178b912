import { GraphError, type GraphStore } from '@askg/graph';
import type { SparqlRun } from '@askg/contract';
import { selectRows, type Selected } from '../linking/select-rows.ts';
import type { ForeignCandidate } from './foreign-planner.ts';

export type TriedForeign = { candidate: ForeignCandidate; run: SparqlRun; selected?: Selected };

const mostTries = 5;
/** How much worse than the best a reading may be that is tried where better ones gave nothing. */
const margin = 1.2;
const perQueryMs = 5_000;

/**
 * Runs readings, best first, until one gives something.
 * @returns what was run, in order, and the one that answers: the first that gave something, or the best
 * @throws GraphError `graph/cancelled`, and what keeps the graph from being asked at all
 */
export async function tryForeign(
  candidates: readonly ForeignCandidate[],
  store: GraphStore,
  { remaining, signal }: { remaining: () => number; signal?: AbortSignal | undefined },
): Promise<{ tried: TriedForeign[]; chosen: TriedForeign | undefined }> {
  const tried: TriedForeign[] = [];
  const best = candidates[0]?.score ?? 0;
  for (const candidate of candidates.slice(0, mostTries)) {
    const deadlineMs = Math.min(perQueryMs, remaining());
    if (candidate.score < best - margin || (deadlineMs <= 0 && tried.length > 0)) break;
    const one = await runForeign(candidate, store, Math.max(deadlineMs, 1), signal);
    tried.push(one);
    if (gives(one)) return { tried, chosen: one };
  }
  return { tried, chosen: tried.find(({ selected }) => selected !== undefined) };
}

/** A yes or no is an answer; no rows and a count of none may be a misreading. */
function gives({ selected }: TriedForeign): boolean {
  if (selected === undefined) return false;
  if (selected.boolean !== undefined) return true;
  const values = selected.rows.flatMap((row) => Object.values(row).map(({ value }) => value));
  return values.length > 1 || (values.length === 1 && values[0] !== '0');
}

async function runForeign(
  candidate: ForeignCandidate,
  store: GraphStore,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<TriedForeign> {
  const label = { kind: 'fact', origin: 'planner', text: candidate.text, relaxed: [] } as const;
  try {
    const selected = await selectRows(store, candidate.text, { deadlineMs, signal });
    const { rows, boolean, ms } = selected;
    const count = boolean === undefined ? rows.length : 1;
    const run: SparqlRun = { ...label, relaxed: [], rows: count, ms, state: count === 0 ? 'empty' : 'ok' };
    return { candidate, run, selected };
  } catch (error) {
    if (!(error instanceof GraphError) || !passing.has(error.code)) throw error;
    const state = error.code === 'graph/timeout' ? 'timeout' : 'invalid';
    return { candidate, run: { ...label, relaxed: [], rows: 0, ms: state === 'timeout' ? deadlineMs : 0, state } };
  }
}

/** What another query may fare better at. */
const passing: ReadonlySet<string> = new Set([
  'graph/timeout',
  'graph/too-many-rows',
  'graph/result-too-large',
  'graph/query-failed',
  'graph/invalid-query',
]);
