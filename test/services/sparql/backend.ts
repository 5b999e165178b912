import { setTimeout as delay } from 'node:timers/promises';
import type { RunningService, Service } from '../../../scripts/services/service.ts';
import { freePort } from '../../../scripts/services/free-port.ts';

/** What holds the graph behind askg in one run of the tests. */
export type Backend = {
  name: string;
  /** How askg is told of it. */
  environment: Readonly<Record<string, string>>;
  /** Whether it is a server beside askg, which may be down. */
  isServer: boolean;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again as it was. */
  start(): Promise<void>;
};

/** The engines of askg itself. */
export const embedded: Backend = {
  name: 'embedded',
  environment: {},
  isServer: false,
  stop: () => Promise.resolve(),
  start: () => Promise.resolve(),
};

/** A server with its data in a folder, which stay when it is stopped. */
export async function serverBackend(service: Service, folder: string): Promise<Backend> {
  const port = await freePort();
  let running: RunningService = await service.start({ folder, port });
  return {
    name: service.name,
    environment: running.environment,
    isServer: true,
    stop: async (signal) => running.stop(signal),
    start: async () => {
      running = await service.start({ folder, port });
    },
  };
}

/** Resolves when the condition holds; the time limit of the test ends the wait. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await delay(50);
}
