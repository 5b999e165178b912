import { once } from 'node:events';
import { createServer } from 'node:net';
import { Corpus } from '@askg/corpus';
import type { Check, Finding } from './check.ts';

const patienceMs = 5000;

/** Whether the server that runs can be asked, or whether one could be started. */
export const checkServer: Check = async (shell) => {
  const { data, host, port } = shell.config;
  const server = Corpus.exists(data) ? Corpus.runningServer(data) : undefined;
  return [server ? await askServer(server.url) : await tryPort(host, port)];
};

async function askServer(url: string): Promise<Finding> {
  const what = 'Server';
  try {
    const { status } = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(patienceMs) });
    if (status === 200) return { what, state: 'ok', detail: `answers at ${url}` };
    return {
      what,
      state: 'warning',
      detail: `${url} is not ready (status ${status}).`,
      advice: 'Wait a moment; then see its log.',
    };
  } catch {
    return { what, state: 'failure', detail: `${url} does not answer.`, advice: 'Stop it and start it again.' };
  }
}

async function tryPort(host: string, port: number): Promise<Finding> {
  const what = 'Server';
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    probe.close();
    return {
      what,
      state: 'ok',
      detail: `none runs; ${port === 0 ? 'any port' : `port ${port}`} of ${host} can be used`,
    };
  } catch (error) {
    return {
      what,
      state: 'warning',
      detail: `None runs, and port ${port} of ${host} cannot be used (${(error as NodeJS.ErrnoException).code}).`,
      advice: 'Choose another port with ASKG_PORT, or another address with ASKG_HOST.',
    };
  }
}
