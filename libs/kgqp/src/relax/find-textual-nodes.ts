import type { Link } from '@askg/contract';
import type { GraphStore, QueryOptions } from '@askg/graph';
import type { NodesEvent, TextualNode } from '../facts.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { ClassPaths } from '../planner/class-paths.ts';
import { runQuery } from '../planner/run-query.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { type Constraint, relax } from './constraint.ts';
import { constraintsOf } from './constraints-of.ts';
import { linkedThings } from './linked-things.ts';
import { textualQuery, unitVariable } from './textual-query.ts';

export type TextualContext = {
  store: GraphStore;
  lexicon: Lexicon;
  paths: ClassPaths;
  /** Milliseconds that are left. */
  remaining: () => number;
  options: QueryOptions;
};

/** Fewer sentences than this call for relaxing. */
const enough = 10;
const mostSteps = 2;
const perQueryMs = 1_500;

/**
 * The sentences that satisfy a question's constraints: all of them first, then with one constraint after another deleted or
 * replaced, the one that loses least first, at most twice and until there are enough.
 */
export async function* findTextualNodes(
  question: AnalysedQuestion,
  links: readonly Link[],
  context: TextualContext,
): AsyncGenerator<NodesEvent, void> {
  const { store, lexicon, paths, options, remaining } = context;
  const named = await linkedThings(store, links, lexicon, {
    ...options,
    deadlineMs: Math.max(1, Math.min(perQueryMs, remaining())),
  });
  let constraints: readonly Constraint[] = constraintsOf(question.constraints, named, lexicon, paths);
  const relaxed: { step: string; loss: number }[] = [];
  const nodes = new Map<string, TextualNode>();
  while (constraints.length > 0) {
    const deadlineMs = Math.min(perQueryMs, remaining());
    if (deadlineMs <= 0) break;
    const loss = Math.min(
      1,
      relaxed.reduce((sum, step) => sum + step.loss, 0),
    );
    const text = textualQuery(constraints, lexicon);
    const { run, selected } = await runQuery(
      store,
      text,
      { kind: 'textual-nodes', origin: 'planner', relaxed: [...relaxed] },
      { ...options, deadlineMs },
    );
    yield { type: 'query', run };
    for (const row of selected?.rows ?? []) {
      const iri = row[unitVariable]?.value;
      if (iri !== undefined && !nodes.has(iri)) nodes.set(iri, { iri, loss: Math.round(loss * 1000) / 1000 });
    }
    const next = nodes.size >= enough || relaxed.length >= mostSteps ? undefined : relax(constraints);
    if (next === undefined) break;
    relaxed.push({ step: next.step, loss: next.loss });
    constraints = next.constraints;
  }
  yield { type: 'nodes', nodes: [...nodes.values()] };
}
