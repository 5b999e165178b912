import type { Expression, SelectQuery } from '@askg/graph';
import type { Lexicon } from '../linking/lexicon.ts';
import { assemble, type Candidate } from './assemble.ts';
import type { ClassPaths } from './class-paths.ts';
import { type CompiledPlan, compilePlan } from './compile-plan.ts';
import { confidenceOf } from './confidence.ts';
import { describePlan } from './describe-plan.ts';
import type { Item } from './item.ts';
import type { Outline } from './outline.ts';
import { itemFrom } from './pending.ts';
import { variable } from './terms.ts';

/** A question that compares two things, as one query over what each of them has. */
export type ComparedPlans = { candidate: Candidate; compiled: CompiledPlan; confidence: number; reading: string };

const words = { date: ['after', 'before'], count: ['more than', 'less than'] } as const;

type Side = { candidate: Candidate; compiled: CompiledPlan; query: SelectQuery; confidence: number; reading: string };

/**
 * "Does A have more authors than B", and "did A appear before B": each side is a query of its own.
 * @returns undefined where the outline does not compare two things that are named
 */
export function planComparison(outline: Outline, lexicon: Lexicon, paths: ClassPaths): ComparedPlans | undefined {
  const { comparison, items } = outline;
  const [one, other, ...more] = items.filter(({ names }) => names.length > 0);
  if (comparison === undefined || one === undefined || other === undefined || more.length > 0) return undefined;
  const measure = comparison.by === 'date' ? dateOf(one, lexicon) : thingsOf(items);
  if (measure === undefined || one.names[0]?.cls !== other.names[0]?.cls) return undefined;
  const left = sideOf({ ...outline, comparison: undefined }, measure, one, 'left', lexicon, paths);
  const right = sideOf({ ...outline, comparison: undefined }, measure, other, 'right', lexicon, paths);
  if (left === undefined || right === undefined) return undefined;
  const compare = comparison.more ? '>' : '<';
  const [further, nearer] = words[comparison.by];
  const where = [
    { select: left.query },
    { select: right.query },
    { filter: { compare, left: variable('left'), right: variable('right') } as const },
  ];
  const plan = { ...left.candidate.plan, nodes: [...left.candidate.plan.nodes, ...right.candidate.plan.nodes] };
  return {
    candidate: { ...left.candidate, plan, outline: { ...outline, isBeyond: false } },
    compiled: { ...left.compiled, query: { ask: where }, columns: ['answer'], sourceColumns: [] },
    confidence: Math.min(left.confidence, right.confidence),
    reading: `the ${left.reading} is ${comparison.more ? further : nearer} the ${right.reading}`,
  };
}

/** The date by which the thing is compared. */
function dateOf({ from, names }: Item, { dates, relations }: Lexicon): Item | undefined {
  const date = dates.find((id) => relations.get(id)?.some((use) => use.from === names[0]?.cls));
  if (date === undefined) return undefined;
  return itemFrom({ from, to: from }, { senses: [{ kind: 'value', relation: date }], projected: true }, {}, 1);
}

/** What is counted: the one kind of thing that is not named. */
function thingsOf(items: readonly Item[]): Item | undefined {
  const kinds = items.filter(({ names, senses }) => names.length === 0 && senses.some(({ kind }) => kind !== 'value'));
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined) return undefined;
  return { ...kind, senses: kind.senses.filter((sense) => sense.kind !== 'value'), projected: true };
}

function sideOf(
  outline: Outline,
  measure: Item,
  named: Item,
  as: string,
  lexicon: Lexicon,
  paths: ClassPaths,
): Side | undefined {
  const { goesWith: _, ...alone } = named;
  const counts = measure.senses.every(({ kind }) => kind !== 'value');
  const items = [measure, { ...alone, projected: false }];
  const side: Outline = { ...outline, items, target: 0, counts, isBeyond: false, shape: counts ? 'count' : 'fact' };
  const [candidate] = assemble(side, lexicon, paths);
  // A name that several things share is answered for each, which cannot be compared.
  const isOne = candidate !== undefined && candidate.plan.groups.length === 0 && candidate.plan.columns.length === 1;
  const compiled = isOne ? compilePlan(candidate.plan, side, lexicon) : undefined;
  if (candidate === undefined || compiled === undefined || !('project' in compiled.query)) return undefined;
  return {
    candidate,
    compiled,
    query: { project: [{ expression: valueOf(compiled, counts), as }], where: compiled.query.where },
    confidence: confidenceOf({ ...candidate, outline: side }, lexicon),
    reading: describePlan(candidate.plan, side, lexicon),
  };
}

/** What is compared: the count of the query, or the earliest date as text, as dates may be years, months or days. */
function valueOf({ query, columns }: CompiledPlan, counts: boolean): Expression {
  const [count] = 'project' in query ? query.project : [];
  if (counts && typeof count === 'object') return count.expression;
  return { aggregate: 'MIN', of: { call: 'STR', with: [variable(columns[0] ?? '')] } };
}
