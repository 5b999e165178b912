import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Answer } from '@askg/contract';
import type { ForeignAskOptions, ForeignGraphs } from '@askg/kgqp';
import type { Shell } from '../shell/shell.ts';

/**
 * The graphs beside the corpus of the data folder. They are whole files, put in place at once, so that a server that runs
 * sees each change with its next question.
 */
export async function addedGraphs(shell: Shell): Promise<ForeignGraphs> {
  // Heavy, and of no use to the other commands.
  const { ForeignGraphs } = await import('@askg/kgqp');
  const { data, privateServices, offline } = shell.config;
  return new ForeignGraphs({
    folder: join(data, 'foreign'),
    now: () => shell.now(),
    today: () => new Date().toISOString(),
    isPrivateAllowed: privateServices,
    isOffline: offline,
  });
}

/** @throws KgqpError `kgqp/unknown-graph`, and for what is no question; GraphError */
export async function askAddedGraph(
  shell: Shell,
  name: string,
  question: string,
  options: Omit<ForeignAskOptions, 'id'>,
): Promise<Answer> {
  const graphs = await addedGraphs(shell);
  try {
    return await (await graphs.graph(name)).ask(question, { ...options, id: randomUUID() });
  } finally {
    await graphs.close();
  }
}
