import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { HostileRequest } from './attacks/attack.ts';

/** How a connection ended: the status of its last answer, 0 without one, and after how long, in milliseconds. */
export type RawOutcome = { status: number; ms: number; hasEnded: boolean };

/** Milliseconds that an answer to a request is waited for that does not come slowly. */
const patienceMs = 10_000;

/** Writes a hostile request as it is, and looks what the server does about it. */
export async function sendRaw(port: number, request: HostileRequest): Promise<RawOutcome> {
  const { parts, pauseMs = 0, endsWithinMs = patienceMs } = request;
  const began = performance.now();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let received = '';
  let hasEnded = false;
  const ended = Promise.withResolvers<void>();
  const end = (): void => {
    hasEnded = true;
    ended.resolve();
  };
  socket.setEncoding('latin1').on('data', (text: string) => (received = (received + text).slice(-100_000)));
  for (const event of ['end', 'close', 'error'] as const) socket.on(event, end);
  const deadline = wait(endsWithinMs, undefined, { ref: false });
  const write = async (): Promise<void> => {
    for (const part of parts) {
      if (hasEnded) return;
      socket.write(part, 'latin1', () => undefined);
      if (pauseMs > 0) await wait(pauseMs);
    }
  };
  void write();
  await Promise.race([ended.promise, deadline]);
  socket.destroy();
  const statuses = [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { status: statuses.at(-1) ?? 0, ms: performance.now() - began, hasEnded };
}
