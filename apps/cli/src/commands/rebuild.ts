import { OxigraphPool } from '@askg/graph';
import { Corpus } from '@askg/corpus';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count, seconds } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { rebuildPassages } from '../index/rebuild-passages.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const rebuildCommand: AddCommand = (program, shell) => {
  const rebuild = program.command('rebuild').description('Build a projection of the corpus anew.');
  addJsonOptions(
    rebuild
      .command('graph')
      .description(
        'Load every graph into a fresh engine. Engines keep nothing on the disk: this proves that they can.',
      ),
  ).action((options: JsonOptions) => rebuildGraph(shell, options));
  addJsonOptions(
    rebuild
      .command('passages')
      .description('Index the words and vectors of all papers anew; the old index serves until then.'),
  ).action((options: JsonOptions) => rebuildPassages(shell, options));
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
