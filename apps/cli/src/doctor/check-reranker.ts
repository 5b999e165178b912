import { CodedError } from '@askg/contract';
import { isOnThisMachine } from '@askg/inference';
import { modelStore } from '../models/model-store.ts';
import { rerankerOf } from '../rerankers/reranker-of.ts';
import type { Shell } from '../shell/shell.ts';
import type { Check, Finding } from './check.ts';

const what = 'Reranker';
const otherwise = 'Passages are ordered by late interaction alone.';
const patienceMs = 5000;

/** Whether the reranker that is set up can be used, and under which licence. */
export const checkReranker: Check = async (shell) => {
  const settings = await rerankerOf(shell);
  if (settings === undefined) return [];
  const { name, remote, offline } = settings;
  const { vectorFeedback } = await import('@askg/retrieval');
  if (name === vectorFeedback) return [{ what, state: 'ok', detail: `${name}, with the vectors of the embedder` }];
  if (!remote) return [await checkModel(shell, name)];
  const { server } = remote;
  if (offline && !isOnThisMachine(server.baseUrl)) {
    const detail = `${server.baseUrl} is on another machine. ${otherwise}`;
    return [{ what, state: 'warning', detail, advice: 'Unset ASKG_OFFLINE, or choose a server on this machine.' }];
  }
  return [await askServer(server.baseUrl, name)];
};

async function checkModel(shell: Shell, name: string): Promise<Finding> {
  const { isRerankerKind } = await import('@askg/retrieval');
  const { models } = shell.config;
  try {
    const store = modelStore(shell);
    const { kind, licence, commercial } = store.usable(name);
    if (!isRerankerKind(kind)) {
      const detail = `${name} is a ${kind}, which orders no passages. ${otherwise}`;
      return { what, state: 'failure', detail, advice: 'Choose another: `askg models list` shows the kinds.' };
    }
    if (!(await store.has(name))) {
      const detail = `${name} is not in ${models}. ${otherwise}`;
      return { what, state: 'failure', detail, advice: `\`askg models fetch ${name}\` fetches it.` };
    }
    const only = commercial === false ? ': for use that earns no money' : '';
    return { what, state: 'ok', detail: `${name} (${kind}) is in ${models}, under ${licence}${only}` };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { what, state: 'failure', detail: `${error.code}: ${error.message} ${otherwise}`, advice: error.fix };
  }
}

/** Any answer shows that something is there; only a question shows whether it reranks. */
async function askServer(address: string, name: string): Promise<Finding> {
  try {
    await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    return { what, state: 'ok', detail: `${name} at ${address}, which answers` };
  } catch {
    const detail = `${address} does not answer. ${otherwise}`;
    return { what, state: 'warning', detail, advice: 'Start it, or correct RERANK_URL.' };
  }
}
