import { setTimeout as delay } from 'node:timers/promises';
import { CodedError, type ErrorCode } from '@askg/contract';
import { Corpus, CorpusError } from '@askg/corpus';
import { hasConfiguredEmbedder } from '@askg/inference';
import { CliError } from '../cli-error.ts';
import { bringIndexInStep } from '../index/bring-index-in-step.ts';
import { modelStore } from '../models/model-store.ts';
import { ChildServer } from '../serve/child-server.ts';
import { ForeignProblem } from './foreign-problem.ts';
import { lost, request, type Server } from './request.ts';
import type { Shell } from '../shell/shell.ts';

/** Milliseconds between looks whether the server is ready, and those that it and the opening of a model may take. */
const pollMs = 50;
const patienceMs = 60_000;
const modelPatienceMs = 10_000;

/** A server that another command had started for itself may end just now, or be faster than the one started here. */
const attempts = 3;

/**
 * Asks through the server that serves the corpus. Where none does, one is started for as long as `use` takes, on a port of
 * its own, with the passages in step with the corpus.
 * @throws CorpusError corpus/not-found; CliError cli/server-ended, cli/server-lost, cli/stopped; what `use` throws
 */
export async function withServer<T>(
  shell: Shell,
  signal: AbortSignal,
  use: (server: Server) => Promise<T>,
): Promise<T> {
  const { data } = shell.config;
  for (let attempt = 1; ; attempt++) {
    try {
      const running = Corpus.runningServer(data);
      if (!running) return await withOwnServer(shell, signal, use);
      await untilReady(shell, running, signal, false);
      return await use(running);
    } catch (error) {
      if (!isPassing(error) || attempt === attempts) throw error;
    }
  }
}

async function withOwnServer<T>(shell: Shell, signal: AbortSignal, use: (server: Server) => Promise<T>): Promise<T> {
  const { data } = shell.config;
  if (!Corpus.exists(data)) throw new CorpusError('corpus/not-found', `${data} holds no corpus.`);
  await bringIndexInStep(shell, signal);
  const own = { ASKG_HOST: '127.0.0.1', ASKG_PORT: '0', ASKG_ENGINES: '1' };
  const said: string[] = [];
  const server = new ChildServer({ ...shell.surroundings.environment, ...own }, (line) => said.push(line), {
    quiet: true,
  });
  const stop = (): void => void server.stop();
  signal.addEventListener('abort', stop);
  try {
    const url = await server.url;
    if (signal.aborted) throw new CliError('cli/stopped', 'The server was still starting.');
    if (url === undefined) throw reasonOf(said);
    // It says in the folder by which key it is opened.
    const started = Corpus.runningServer(data) ?? { url };
    const hasModel = await hasConfiguredEmbedder(modelStore(shell), shell.config.embedder);
    await untilReady(shell, started, signal, hasModel);
    return await use(started);
  } finally {
    signal.removeEventListener('abort', stop);
    await server.stop();
  }
}

/** Two commands that start a server for themselves get in each other's way for a moment. */
function isPassing(error: unknown): boolean {
  return error instanceof CodedError && ['cli/server-lost', 'corpus/locked'].includes(error.code);
}

/** The server's last word is a line with a code, a title, and what it has to say. */
function reasonOf(said: readonly string[]): CodedError {
  const [, code, title, detail] = /^([a-z]+\/[a-z-]+): ([^.]+)\. (.*)$/.exec(said.at(-1) ?? '') ?? [];
  if (code === undefined || title === undefined || detail === undefined) {
    return new CliError('cli/server-ended', `It could not start: ${said.join(' ')}`);
  }
  return new ForeignProblem({ type: 'about:blank', code: code as ErrorCode, title, detail });
}

type Readiness = { status: string; questions: { embedder: string | null; reranker?: { state: string } } };

/** @param hasModel a model is here, and is waited for: without it the answer would be a lesser one */
async function untilReady(shell: Shell, server: Server, signal: AbortSignal, hasModel: boolean): Promise<void> {
  const start = shell.now();
  for (;;) {
    const response = await request(server, { path: '/health/ready', signal, accepts: [200, 503] });
    const { status, questions } = (await response.json()) as Readiness;
    const waited = shell.now() - start;
    const lacksModel = (hasModel && questions.embedder === null) || questions.reranker?.state === 'opening';
    if (status === 'ready' && (!lacksModel || waited > modelPatienceMs)) return;
    if (waited > patienceMs) throw new CliError('cli/server-lost', `${server.url} is still not ready.`);
    await delay(pollMs, undefined, { signal }).catch((cause: unknown) => {
      throw lost(server.url, signal, cause);
    });
  }
}
