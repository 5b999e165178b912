import type { CausalSession } from './causal-session.ts';
import type { Task } from './tasks.ts';

/** How a thread is set up for a decoder; `more` are the further files of the weights, which have to be the manifest's too. */
export type CausalSetup = {
  type: 'causal';
  dimensions: number;
  cores: number;
  more: readonly { path: string; digest: string }[];
};

/** One sequence, and the positions whose states are wanted. */
export type CausalItem = { ids: readonly number[]; positions: readonly number[] };
export type CausalResult = Float32Array[];

export function causalTask({ dimensions }: CausalSetup, session: CausalSession): Task<CausalItem, CausalResult> {
  async function run({ ids, positions }: CausalItem): Promise<CausalResult> {
    const rows = await session.run(ids);
    if (rows.dimensions !== dimensions || rows.count !== ids.length) {
      throw new Error(
        `The model gives ${rows.count} × ${rows.dimensions} numbers where ${ids.length} × ${dimensions} were expected.`,
      );
    }
    return positions.map((position) => {
      const state = rows.data.slice(position * dimensions, (position + 1) * dimensions);
      if (!state.every(Number.isFinite)) throw new Error(`The state at position ${position} holds what is no number.`);
      return state;
    });
  }
  return {
    run,
    buffers: (states) => states.map(({ buffer }) => buffer as ArrayBuffer),
    async prove() {
      // A graph that was traced with a fixed length fails at another one.
      await run({ ids: [0, 1, 2], positions: [2] });
      await run({ ids: [0, 1, 2, 3, 4], positions: [4] });
    },
  };
}
