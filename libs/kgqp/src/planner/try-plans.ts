import type { GraphStore, QueryOptions } from '@askg/graph';
import { writeQuery } from '@askg/graph';
import type { FactAnswer, FactEvent } from '../facts.ts';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { validateQuery } from '../validate/validate-query.ts';
import { emptyingPart } from './emptying-part.ts';
import { factRows } from './fact-rows.ts';
import { passingNames } from './passing-names.ts';
import type { PlannedQuery, Planning } from './planner.ts';
import { type QueryLabel, type RanQuery, runQuery } from './run-query.ts';

export type TryContext = {
  store: GraphStore;
  vocabulary: Vocabulary;
  /** Milliseconds that are left. */
  remaining: () => number;
  options: QueryOptions;
};

/** Milliseconds for one query of many. */
const perQueryMs = 2_000;
const mostTries = 5;
/** How much worse a reading may be than the best and still be tried when that gave nothing. */
const nextMargin = 1.2;
/** The same where the best reading said no, or none, which is an answer. */
const denyingMargin = 0.4;
const mostDenials = 3;

const byPlanner: QueryLabel = { kind: 'fact', origin: 'planner', relaxed: [] };

type Tried = { planned: PlannedQuery; ran: RanQuery };

/**
 * Runs the readings of a question, best first, until one gives something. A reading that gives nothing is kept as the
 * answer when no other one that accounts for as many words gives more.
 */
export async function* tryPlans(
  { queries }: Planning,
  context: TryContext,
): AsyncGenerator<FactEvent, FactAnswer | undefined> {
  const [best] = queries;
  let held: Tried | undefined;
  let denials = 0;
  for (const planned of queries.slice(0, mostTries)) {
    const margin = held !== undefined && isDenial(held) ? denyingMargin : nextMargin;
    if (best === undefined || planned.score < best.score - margin) break;
    // Where nothing was named, nothing can have been mistaken for another: there is none.
    if (
      held !== undefined &&
      !held.planned.plan.nodes.some(({ names, unknownName }) => names.length > 0 || unknownName !== undefined)
    ) {
      break;
    }
    const isSure = held === undefined || planned.confidence >= held.planned.confidence - (isDenial(held) ? 0.05 : 0.1);
    if (!isSure) continue;
    const deadlineMs = Math.min(perQueryMs, context.remaining());
    if (deadlineMs <= 0) break;
    if (!validateQuery(planned.text, context.vocabulary, { mend: false }).isValid) {
      yield { type: 'query', run: { ...byPlanner, text: planned.text, rows: 0, ms: 0, state: 'invalid' } };
      continue;
    }
    const ran = await explained(
      await runQuery(context.store, planned.text, byPlanner, { ...context.options, deadlineMs }),
      planned === best,
      context,
    );
    yield { type: 'query', run: ran.run };
    if (ran.selected === undefined) continue;
    const tried = { planned, ran };
    if (isGiving(tried)) return answerOf(tried, best, context);
    held ??= tried;
    denials += isDenial(tried) ? 1 : 0;
    if (denials >= mostDenials) break;
  }
  return held === undefined || best === undefined ? undefined : answerOf(held, best, context);
}

/** With the condition that left nothing, where that is worth its time: for the reading that fits best. */
async function explained(ran: RanQuery, isBest: boolean, context: TryContext): Promise<RanQuery> {
  if (!isBest || ran.run.state !== 'empty') return ran;
  const emptiedBy = await emptyingPart(ran.run.text, context);
  return emptiedBy === undefined ? ran : { ...ran, run: { ...ran.run, emptiedBy } };
}

/** Whether a result says more than no, none or nothing. */
function isGiving({ planned, ran: { selected } }: Tried): boolean {
  if (selected === undefined) return false;
  if (selected.boolean !== undefined) return selected.boolean;
  const isCount = planned.compiled.columns.length === 1 && planned.compiled.columns[0] === 'count';
  return isCount ? selected.rows[0]?.['count']?.value !== '0' : selected.rows.length > 0;
}

function isDenial({ ran: { selected } }: Tried): boolean {
  return selected !== undefined && (selected.boolean !== undefined || selected.rows.length > 0);
}

function shapeOf({ plan: { columns, groups }, outline: { shape, aggregate } }: PlannedQuery): FactAnswer['shape'] {
  if (columns.length > 1 || (groups.length > 0 && aggregate === undefined)) return 'table';
  return shape === 'text' ? 'list' : shape;
}

async function answerOf(
  { planned, ran }: Tried,
  best: PlannedQuery,
  { store, remaining, options }: TryContext,
): Promise<FactAnswer | undefined> {
  const { compiled, plan, confidence, reading } = planned;
  if (ran.selected === undefined) return undefined;
  const deadlineMs = Math.min(perQueryMs, Math.max(remaining(), 100));
  const support = compiled.sources;
  const found =
    support === undefined
      ? undefined
      : await runQuery(store, writeQuery(support.query), byPlanner, { ...options, deadlineMs });
  const inPassing = passingNames(plan);
  const named = plan.nodes.flatMap(({ names }) => names.flatMap(({ iris }) => iris.slice(0, 3)));
  return {
    run: ran.run,
    shape: shapeOf(planned),
    columns: compiled.columns,
    rows: factRows(compiled, ran.selected, found?.selected, named),
    // A reading that was not the best is less sure by as much as it scored less.
    confidence: Math.round(confidence * Math.exp(0.2 * Math.min(0, planned.score - best.score)) * 1000) / 1000,
    reading,
    ...(inPassing.length === 0 ? {} : { inPassing }),
  };
}
