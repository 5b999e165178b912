import { CodedError } from '@askg/contract';
import { Corpus, type Fault, type JobState } from '@askg/corpus';
import { count } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import type { Check, Finding } from './check.ts';

/** Opens the corpus for writing, which brings an older catalog to the newest version; then looks at what it holds. */
export const checkCorpus: Check = async (shell) => {
  const { data } = shell.config;
  if (!Corpus.exists(data)) {
    return [
      {
        what: 'Corpus',
        state: 'warning',
        detail: `There is none in ${data}.`,
        advice: '`npm start` makes one with the demo papers; `askg ingest PATH` makes one with yours.',
      },
    ];
  }
  try {
    return await withCorpus(shell, {}, async (corpus) => [
      corpusFinding(corpus),
      ...queueFindings(corpus.jobs.counts()),
      ...fileFindings(await firstFaults(corpus)),
    ]);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return [{ what: 'Corpus', state: 'failure', detail: `${error.code}: ${error.message}`, advice: error.fix }];
  }
};

function corpusFinding(corpus: Corpus): Finding {
  const { graphs, commit } = corpus.snapshotDigest();
  return {
    what: 'Corpus',
    state: 'ok',
    detail: `${corpus.folder}: ${count(graphs, 'graph')} at commit ${commit}, base ${corpus.baseIri}`,
  };
}

function queueFindings(counts: Partial<Record<JobState, number>>): Finding[] {
  const { queued = 0, reading = 0, enriching = 0, mapping = 0, failed = 0 } = counts;
  const held = reading + enriching + mapping;
  const findings: Finding[] = [];
  if (queued + held > 0) {
    findings.push({
      what: 'Queue',
      state: 'warning',
      detail: `${count(queued, 'file waits', 'files wait')}, ${held} are held by a process that reads, or that was ended.`,
      advice: 'If no `askg ingest` is running, give the last one again: it goes on where it was.',
    });
  }
  if (failed > 0) {
    findings.push({
      what: 'Queue',
      state: 'warning',
      detail: `${count(failed, 'file')} could not be read.`,
      advice: '`askg ingest status` says why; `askg ingest retry` tries again.',
    });
  }
  return findings.length > 0 ? findings : [{ what: 'Queue', state: 'ok', detail: 'No file waits, none has failed.' }];
}

/** The first step of a verification looks at the catalog and at the names of files, which is quick. */
async function firstFaults(corpus: Corpus): Promise<readonly Fault[]> {
  for await (const { faults } of corpus.verify()) return faults;
  return [];
}

function fileFindings(faults: readonly Fault[]): Finding[] {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const findings = errors.map(({ code, detail }): Finding => ({
    what: 'Catalog',
    state: 'failure',
    detail: `${code}: ${detail}`,
    advice: 'Restore the newest backup (`askg restore DIR`).',
  }));
  const unreferenced = faults.length - errors.length;
  if (unreferenced > 0) {
    findings.push({
      what: 'Files',
      state: 'ok',
      detail: `${count(unreferenced, 'file')} that nothing names; \`askg gc\` removes them.`,
    });
  }
  return findings;
}
