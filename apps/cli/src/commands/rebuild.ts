import { OxigraphPool } from '@askg/graph';
import { Corpus } from '@askg/corpus';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count, seconds } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { rebuildNeo4j } from '../index/rebuild-neo4j.ts';
import { rebuildPassages } from '../index/rebuild-passages.ts';
import { rebuildSparqlServer } from '../index/rebuild-sparql-server.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const rebuildCommand: AddCommand = (program, shell) => {
  const rebuild = program.command('rebuild').description('Build a projection of the corpus anew.');
  addJsonOptions(
    rebuild
      .command('graph')
      .description(
        'Fill the SPARQL server of SPARQL_ENDPOINT anew; what others have there stays. Without one, load every graph into a fresh engine, which proves that they can be loaded.',
      ),
  ).action((options: JsonOptions) =>
    shell.config.sparqlServer
      ? rebuildSparqlServer(shell, shell.config.sparqlServer, options)
      : rebuildGraph(shell, options),
  );
  addJsonOptions(
    rebuild
      .command('passages')
      .description('Index the words and vectors of all papers anew; the old index serves until then.'),
  ).action((options: JsonOptions) => rebuildPassages(shell, options));
  addJsonOptions(
    rebuild
      .command('neo4j')
      .description('Write the property graph in the Neo4j of NEO4J_URL anew; what others have there stays.'),
  ).action((options: JsonOptions) => rebuildNeo4j(shell, options));
};

async function rebuildGraph(shell: Shell, options: JsonOptions): Promise<void> {
  const { data } = shell.config;
  const built = await withCorpus(shell, { readOnly: true }, async (corpus) => {
    const pool = new OxigraphPool({ folder: data, feed: corpus, now: () => shell.now(), engines: 1 });
    try {
      await pool.start();
      const { engines, problems, commit } = pool.status();
      const [engine] = engines;
      const { quads = 0, graphs = 0, startMs = 0 } = engine ?? {};
      return { commit: Math.max(commit, engine?.commit ?? 0), quads, graphs, ms: Math.round(startMs), problems };
    } finally {
      await pool.close();
    }
  });
  for (const { graph, code, detail } of built.problems) {
    shell.exitCode = 1;
    shell.say(`${graph}: ${code}: ${detail}`);
  }
  if (options.json) return shell.printJson(built);
  const { quads, graphs, ms, commit } = built;
  shell.print(`Loaded ${count(quads, 'statement')} of ${count(graphs, 'graph')} in ${seconds(ms)} (commit ${commit}).`);
  const server = Corpus.runningServer(data);
  if (server) shell.say(`The server at ${server.url} follows the corpus by itself; restart it to load all anew.`);
}
