import { Problem } from '@askg/contract';
import type { RunningServer } from '@askg/corpus';
import { CliError } from '../cli-error.ts';
import { ForeignProblem } from './foreign-problem.ts';

/** A server and, where it is known, the key that opens it. */
export type Server = Pick<RunningServer, 'url' | 'key'>;

export type Request = {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  /** Statuses that are good; those from 200 to 299 by default. */
  accepts?: readonly number[];
};

/**
 * Asks a server, whose answer is good when this returns.
 * @throws ForeignProblem with the code that the server gave; CliError cli/server-lost, cli/stopped
 */
export async function request({ url, key }: Server, asked: Request): Promise<Response> {
  const { path, method = 'GET', headers, body, signal, accepts } = asked;
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(path, url), {
      method,
      signal,
      headers: { ...headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      ...(body === undefined ? {} : { body }),
    });
    if (accepts?.includes(response.status) ?? response.ok) return response;
    text = await response.text();
  } catch (cause) {
    throw lost(url, signal, cause);
  }
  const problem = Problem.safeParse(parseJson(text));
  if (problem.success) throw new ForeignProblem(problem.data);
  throw new CliError('cli/server-lost', `${url} answered with status ${response.status}.`);
}

/** What it means that a connection ended. */
export function lost(url: string, signal: AbortSignal, cause: unknown): CliError {
  if (signal.aborted) return new CliError('cli/stopped', 'The server was told to stop.', { cause });
  return new CliError('cli/server-lost', `${url} could not be asked.`, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
