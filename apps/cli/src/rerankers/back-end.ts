import type { Problem } from '@askg/contract';
import type { ModelIdentity, ModelStore } from '@askg/inference';
import type { Reranker, RerankerParts, RerankerSettings, RerankerVariables } from '@askg/retrieval';
import { CodedError } from '@askg/contract';
import { CliError } from '../cli-error.ts';

/** Stages of the search that need no reranker. */
export const stages = ['words', 'vectors', 'chain'] as const;
export type Stage = (typeof stages)[number];

/** Something that orders passages: a stage of the search, a reranker after the chain, or one that cannot be had. */
export type BackEnd =
  | { name: Stage; type: 'stage' }
  | { name: string; type: 'reranker'; reranker: Reranker; settings: RerankerSettings; model: ModelIdentity | undefined }
  | { name: string; type: 'absent'; problem: Problem };

export type BackEndsOptions = {
  /** Names that are wanted; all that can be had when left out. */
  names: readonly string[] | undefined;
  variables: RerankerVariables;
  models: ModelStore;
  parts: Omit<RerankerParts, 'models'>;
};

/** Opens what is to be compared. What cannot be opened is part of the comparison, with its problem. */
export async function openBackEnds({ names, variables, models, parts }: BackEndsOptions): Promise<BackEnd[]> {
  const wanted = names ?? [...stages, ...(await rerankersHere(models)), ...remoteHere(variables)];
  const opened: BackEnd[] = [];
  for (const name of new Set(wanted)) opened.push(await open(name, variables, { ...parts, models }));
  return opened;
}

function remoteHere({ RERANK_URL: address, ASKG_RERANKER: name }: RerankerVariables): string[] {
  if (address === '') return [];
  return [name.startsWith('remote') ? name : 'remote'];
}

async function rerankersHere(models: ModelStore): Promise<string[]> {
  const { isRerankerKind } = await import('@askg/retrieval');
  const all = await models.list();
  return all.filter(({ kind, state }) => isRerankerKind(kind) && state === 'here').map(({ name }) => name);
}

async function open(name: string, variables: RerankerVariables, parts: RerankerParts): Promise<BackEnd> {
  const stage = stages.find((each) => each === name);
  if (stage !== undefined) return { name: stage, type: 'stage' };
  const { openReranker } = await import('@askg/retrieval');
  try {
    const settings = await settingsOf(name, variables);
    const reranker = await openReranker(settings, parts);
    return { name, type: 'reranker', reranker, settings, model: reranker.model };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { name, type: 'absent', problem: error.toProblem() };
  }
}

async function settingsOf(name: string, variables: RerankerVariables): Promise<RerankerSettings> {
  const { rerankerNamed } = await import('@askg/retrieval');
  try {
    return rerankerNamed(name, variables);
  } catch (cause) {
    throw new CliError('cli/bad-configuration', (cause as Error).message, { cause });
  }
}
