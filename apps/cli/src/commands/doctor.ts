import { CodedError } from '@askg/contract';
import { checkCorpus } from '../doctor/check-corpus.ts';
import { checkDisk } from '../doctor/check-disk.ts';
import { checkGrobid } from '../doctor/check-grobid.ts';
import { checkMemory } from '../doctor/check-memory.ts';
import { checkModels } from '../doctor/check-models.ts';
import { checkNeo4j } from '../doctor/check-neo4j.ts';
import { checkNode } from '../doctor/check-node.ts';
import { checkOpenSearch } from '../doctor/check-open-search.ts';
import { checkReranker } from '../doctor/check-reranker.ts';
import { checkServer } from '../doctor/check-server.ts';
import { checkSparqlServer } from '../doctor/check-sparql-server.ts';
import type { Check, Finding } from '../doctor/check.ts';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';

const checks: readonly Check[] = [
  checkNode,
  checkCorpus,
  checkDisk,
  checkServer,
  checkMemory,
  checkModels,
  checkReranker,
  checkGrobid,
  checkSparqlServer,
  checkNeo4j,
  checkOpenSearch,
];
const marks: Record<Finding['state'], string> = { ok: 'ok     ', warning: 'warning', failure: 'FAILURE' };

export const doctorCommand: AddCommand = (program, shell) => {
  const command = program.command('doctor').description('Look for what is wrong, and say what to do about it.');
  addJsonOptions(command).action((options: JsonOptions) => doctor(shell, options));
};

async function doctor(shell: Shell, options: JsonOptions): Promise<void> {
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await examine(shell, check)));
  if (findings.some(({ state }) => state === 'failure')) shell.exitCode = 1;
  if (options.json) return shell.printJson({ ok: shell.exitCode === 0, findings });
  for (const { what, state, detail, advice } of findings) {
    shell.print(`${marks[state]}  ${what}: ${detail}${advice === undefined ? '' : ` ${advice}`}`);
  }
}

/** What one check cannot look at does not keep the others from looking. */
async function examine(shell: Shell, check: Check): Promise<Finding[]> {
  try {
    return await check(shell);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'cli/bad-configuration') throw error;
    const what = error.code.startsWith('inference/') ? 'Models' : 'Corpus';
    return [{ what, state: 'failure', detail: `${error.code}: ${error.message}`, advice: error.fix }];
  }
}
