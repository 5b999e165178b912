import { randomUUID } from 'node:crypto';
import { Corpus } from '@askg/corpus';
import { probeServer, projectedCommit, type ServerSettings } from '@askg/graph';
import { withCorpus } from '../shell/with-corpus.ts';
import type { Check, Finding } from './check.ts';

const what = 'SPARQL';
const patienceMs = 20_000;

/** Whether the SPARQL server that is set up answers, takes graphs, shows them as askg needs it, and holds the newest commit. */
export const checkSparqlServer: Check = async (shell) => {
  const { data, baseIri, sparqlServer } = shell.config;
  if (sparqlServer === undefined) return [];
  if (!Corpus.exists(data)) return [await probe(sparqlServer, baseIri)];
  return withCorpus(shell, {}, async (corpus) => {
    const found = await probe(sparqlServer, corpus.baseIri);
    return found.state === 'failure' ? [found] : [found, inStep(corpus)];
  });
};

async function probe(settings: ServerSettings, base: string): Promise<Finding> {
  const signal = AbortSignal.timeout(patienceMs);
  return { what, ...(await probeServer(settings, { base, id: randomUUID(), signal })) };
}

function inStep(corpus: Corpus): Finding {
  const commit = projectedCommit(corpus);
  const newest = corpus.commitNumber();
  if (commit === newest) return { what, state: 'ok', detail: `holds the newest commit, ${newest}` };
  const detail = commit === undefined ? 'It is not filled.' : `It holds commit ${commit} of ${newest}.`;
  return { what, state: 'warning', detail, advice: '`askg serve` brings it in step.' };
}
