import { afterAll, beforeAll } from '@jest/globals';
import type { FactAnswer } from '../facts.ts';
import { GraphFacts } from '../graph-facts.ts';
import { type Selected, selectRows } from '../linking/select-rows.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { type DemoGraph, openDemoGraph } from './demo-graph.ts';

/** The planner over the papers of the demo, opened before the tests of a file and closed after them. */
export function useDemoFacts(): {
  select: (query: string) => Promise<Selected>;
  answerTo: (question: string) => Promise<FactAnswer | undefined>;
} {
  let graph: DemoGraph;
  let facts: GraphFacts;
  beforeAll(async () => {
    graph = await openDemoGraph();
    facts = new GraphFacts({ store: graph.store, base: graph.base, now: () => performance.now() });
    await facts.prepare();
  }, 60_000);
  afterAll(async () => {
    await graph.close();
  });
  return {
    select: (query) => selectRows(graph.store, query),
    answerTo: async (question) => {
      for await (const event of facts.find(analyseQuestion(question))) {
        if (event.type === 'answer') return event.answer;
      }
      return undefined;
    },
  };
}
