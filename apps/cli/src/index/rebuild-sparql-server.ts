import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Corpus, CorpusError } from '@askg/corpus';
import {
  forgetServer,
  projectedCommit,
  ServerConnection,
  ServerProjection,
  type ServerSettings,
  type StepReport,
} from '@askg/graph';
import { CliError } from '../cli-error.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import type { JsonOptions } from '../shell/json-options.ts';
import type { Progress } from '../shell/progress.ts';
import { count, seconds } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

/** Milliseconds between looks at how far a running server is. */
const pollMs = 200;

type Built = Pick<StepReport, 'commit' | 'graphs' | 'problems'>;

/**
 * Puts every graph into the SPARQL server anew and drops those of this corpus that it does not have. One that was stopped is
 * completed by `askg serve`, or by the next run. A running askg server is the one that does it.
 * @throws GraphError `graph/unreachable`, `graph/server-refused`; CliError `cli/stopped`; CorpusError `corpus/locked`
 */
export async function rebuildSparqlServer(shell: Shell, settings: ServerSettings, options: JsonOptions): Promise<void> {
  const startedAt = shell.now();
  const progress = shell.progress('Putting graphs');
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  const built = await withCorpus(shell, {}, (corpus) => fill(corpus, settings, progress, interrupt.stop)).finally(
    () => {
      progress.end();
      interrupt.release();
    },
  );
  const ms = Math.round(shell.now() - startedAt);
  for (const { graph, code, detail } of built.problems) {
    shell.exitCode = 1;
    shell.say(`${graph}: ${code}: ${detail}`);
  }
  if (options.json) return shell.printJson({ ...built, ms });
  shell.print(`Put ${count(built.graphs, 'graph')} into ${settings.query} in ${seconds(ms)} (commit ${built.commit}).`);
}

async function fill(corpus: Corpus, settings: ServerSettings, progress: Progress, signal: AbortSignal): Promise<Built> {
  const projection = new ServerProjection({ corpus, server: new ServerConnection(settings), newId: randomUUID });
  const lease = corpus.takeGraphLease();
  try {
    if (lease === undefined) return await letServerFill(corpus, progress, signal);
    const update = progress.update.bind(progress);
    const { commit, graphs, problems } = await projection.bringInStep({ signal, anew: true, progress: update });
    return { commit, graphs, problems };
  } catch (error) {
    if (signal.aborted) throw new CliError('cli/stopped', 'The SPARQL server is not filled.');
    throw error;
  } finally {
    lease?.release();
  }
}

/** Whoever keeps the SPARQL server in step fills it anew when the catalog knows nothing of it any more. */
async function letServerFill(corpus: Corpus, progress: Progress, signal: AbortSignal): Promise<Built> {
  forgetServer(corpus, randomUUID);
  for (;;) {
    await delay(pollMs, undefined, { signal });
    const commit = projectedCommit(corpus);
    const { graphs } = corpus.snapshot();
    const standing = corpus.projections.standing('sparql').size;
    progress.update(standing, graphs.length);
    if (commit !== undefined && standing >= graphs.length) return { commit, graphs: graphs.length, problems: [] };
    if (Corpus.runningServer(corpus.folder) === undefined) {
      throw new CorpusError('corpus/locked', 'Another askg command fills the SPARQL server.');
    }
  }
}
