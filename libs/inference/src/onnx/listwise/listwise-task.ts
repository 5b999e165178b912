import type { ListwisePass, ListwiseScores } from '../../listwise-scorer.ts';
import type { Task } from '../tasks.ts';
import { ListwiseSession } from './listwise-session.ts';

/** How a thread is set up for a listwise scorer; `more` are the further files of the weights. */
export type ListwiseSetup = {
  type: 'listwise';
  dimensions: number;
  vectors: boolean;
  cores: number;
  more: readonly { path: string; digest: string }[];
};

/** Loads the graph and shows with first runs that it does what the manifest says. Throws when not. */
export async function loadListwise(
  weights: string,
  setup: ListwiseSetup,
): Promise<{ session: ListwiseSession; task: Task<ListwisePass, ListwiseScores> }> {
  const session = await ListwiseSession.load(weights, setup.cores, setup.vectors);
  const task = listwiseTask(setup, session);
  await task.prove();
  return { session, task };
}

function listwiseTask({ dimensions }: ListwiseSetup, session: ListwiseSession): Task<ListwisePass, ListwiseScores> {
  async function run(pass: ListwisePass): Promise<ListwiseScores> {
    const result = await session.run(pass);
    const { query } = result.vectors ?? {};
    if (query !== undefined && query.length !== dimensions) {
      throw new Error(`The model gives vectors of ${query.length} numbers where ${dimensions} were expected.`);
    }
    return result;
  }
  return {
    run,
    buffers: ({ scores, vectors }) =>
      [scores, ...(vectors ? [vectors.query, ...vectors.passages] : [])].map(({ buffer }) => buffer as ArrayBuffer),
    async prove() {
      // A graph that was traced with a fixed length or a fixed number of passages fails at another one.
      await run({ ids: [0, 1, 2], passages: [1], query: 2 });
      await run({ ids: [0, 1, 2, 3, 4], passages: [1, 2], query: 4 });
    },
  };
}
