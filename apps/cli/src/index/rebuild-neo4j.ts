import { type Neo4jOptions, Neo4jProjection, type StepResult } from '@askg/graph';
import { CliError } from '../cli-error.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import type { JsonOptions } from '../shell/json-options.ts';
import { count, seconds } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

/**
 * Removes what askg has in Neo4j and writes it anew; what others have there stays. One that was stopped is completed by the
 * server, or by the next run.
 * @throws CliError `cli/bad-configuration` when no Neo4j is set up; GraphError `graph/unreachable`
 */
export async function rebuildNeo4j(shell: Shell, options: JsonOptions): Promise<void> {
  const { neo4j } = shell.config;
  if (neo4j === undefined) throw new CliError('cli/bad-configuration', 'NEO4J_URL: no address is set.');
  const startedAt = shell.now();
  const built = await withCorpus(shell, { readOnly: true }, (corpus) => {
    const progress = shell.progress('Writing');
    const interrupt = listenForInterrupt(() => shell.say('Stopping after the graph at hand …'));
    return rebuild(neo4j, corpus, {
      signal: interrupt.stop,
      onProgress: ({ done, total, graph }) => progress.update(done, total, graph),
    }).finally(() => {
      progress.end();
      interrupt.release();
    });
  });
  for (const { graph, detail } of built.damaged) {
    shell.exitCode = 1;
    shell.say(`${graph}: ${detail}`);
  }
  const ms = Math.round(shell.now() - startedAt);
  if (options.json) return shell.printJson({ ...built, ms });
  shell.print(`Wrote ${count(built.graphs, 'graph')} to Neo4j in ${seconds(ms)} (commit ${built.commit}).`);
}

async function rebuild(
  neo4j: Neo4jOptions,
  ...[corpus, options]: Parameters<Neo4jProjection['bringInStep']>
): Promise<StepResult & { graphs: number }> {
  const projection = new Neo4jProjection(neo4j);
  try {
    await projection.clear();
    const step = await projection.bringInStep(corpus, options);
    return { ...step, graphs: (await projection.standing()).size };
  } finally {
    await projection.close();
  }
}
